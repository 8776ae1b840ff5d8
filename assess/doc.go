// Package assess is the domain of luwes: what is asked of a regional
// government, what was answered, and what the answers say.
//
// The vocabulary, in the order a reader meets it:
//
//   - A [Text] is one sentence in Indonesian and English.
//   - An [Instrument] is a questionnaire: scales of items with anchors, read
//     from YAML by [ParseInstrument]. A module is a group of scales that a
//     session may leave out.
//   - An [Answer] is a level, "not applicable", "don't know", or nothing yet. A
//     [Sheet] holds one respondent's answers.
//   - A [Session] is one assessment of one region on one date: its instrument,
//     its respondents and their entries.
//   - [Score] turns sheets into a [Result]; a [Summary] of it is what lists show.
//   - An [Analysis] says how sure the scores of a group are, where people agree and
//     where not, and what they settled.
//   - [Compare] sets results side by side, each a [Side], and says which scales
//     may be compared, how sure each [ScaleChange] is, and what else may lie behind
//     it. [Detect] says beforehand what a group will be able to find.
//   - [Rules] say what answers can mean; a [Diagnosis] holds the findings that they
//     make of a session. [Levers] are the few changes that would help most, and a
//     [WhatIf] shows a session beside itself with some items on other levels.
//   - A [Dossier] is what a session holds beside its answers: the levels that the
//     group has [Wanted], the [Fact] lines of the records with what can be worked
//     out of them ([Derive], [Records]) and a [RecordGap] for each that the rules set
//     beside a scale, and
//     the plan, whose every [Action] the next session asks about ([CarryOver]).
//
// The package is pure: it opens no file, reads no clock, draws no random number
// and shows nothing. What is wrong with an input is returned as a [Problem], a
// code with its place and values; ui/locale puts it into words.
package assess
