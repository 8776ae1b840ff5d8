// Package data keeps sessions, respondents and answers in one SQLite file, so
// that an answer that was acknowledged is never lost.
//
// A newcomer calls, in this order:
//
//   - [DefaultPath] for the place of the database;
//   - [Open], which creates, checks or migrates it, and [Store.Close] at the end;
//   - [Store.Sessions] and [Store.Session] to read, [Store.Create] and
//     [Store.Save] to write. A write is on disk when it returns;
//   - for group work [Store.Join], [Store.Mark], [Store.Raise], [Store.Settle]
//     and [Store.Reveal]; [Store.Forget] erases who somebody was;
//   - [Store.Keep] for what a session holds beside its answers;
//   - [Store.Poll] every few seconds and [Store.QuickCheck] once after the
//     start, while an interface is open.
//
// [Store.Backup], [Restore], [Examine] and [SetAside] take care of the file;
// [Library] finds instruments.
//
// What goes wrong comes back as a [*Fault]: a code with values, an exit code,
// and whether trying again may help. No other package names a database driver.
package data
