// Package transfer turns sessions, answers and results into files and back.
//
//   - [ReadAnswers] reads an answers file (CSV, wide or long); [WriteWide] and
//     [WriteLong] write one.
//   - [WriteSession] and [ReadSession] are the session file luwes/session/1, in
//     which a session moves from one computer to another without losing
//     anything. [Differences] tells two sessions of one id apart.
//   - [WriteResult], [WriteList] and [WriteComparison] are what other programs
//     read: luwes/result/1, luwes/list/1 and luwes/comparison/1.
//
// Reading gathers all problems of a file, each with line, column and value, and
// returns them as assess.Problems without the name of the file set beyond the
// one given. The package holds no SQL and no words of a language.
package transfer
