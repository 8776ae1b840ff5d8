// Package command is the command line of luwes.
//
// [Run] is the entry: it reads flags, environment and config.yaml, runs one
// command, and returns the exit code. Every command stands in a file of its own;
// its words are in ui/locale/command.*.json.
//
// The rules of the output:
//
//   - Data goes to standard output, messages to standard error.
//   - An error is one sentence after "luwes: " and, where something can be done,
//     one line that says what. Never a stack trace.
//   - No line of a table is wider than 80 columns; nothing depends on colour.
//   - Exit codes: 0 done, 1 could not, 2 wrong use, 3 bad input, 4 database
//     damaged, newer, locked or not ours, 130 interrupted.
package command
