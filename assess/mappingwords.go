package assess

// columnWords are the headers that people and the usual form services give to
// columns that are no questions, as [plainText]. The order within a role is that
// of preference where a file has several.
var columnWords = []struct {
	role  Role
	words []string
}{
	{RespondentColumn, []string{"respondent", "responden", "kode responden", "respondent code", "kode peserta", "participant code",
		"peserta", "participant", "kode", "code", "nama", "name", "nama lengkap", "full name", "nama responden", "nama peserta",
		"id", "nip"}},
	{GroupColumn, []string{"group", "kelompok", "grup"}},
	{UnitColumn, []string{"unit", "unit kerja", "work unit", "perangkat daerah", "opd", "skpd", "instansi", "agency", "dinas", "department"}},
	{RankColumn, []string{"rank", "jenjang", "jenjang jabatan", "eselon", "echelon", "golongan", "pangkat", "jabatan", "position"}},
	{NoteColumn, noteWords},
	{EvidenceColumn, evidenceWords},
	{NameColumn, []string{"item", "butir", "kode butir", "item id"}},
	{AnswerColumn, []string{"answer", "jawaban"}},
	{RoundColumn, []string{"round", "putaran"}},
	{IgnoredColumn, []string{"timestamp", "cap waktu", "stempel waktu", "waktu", "time", "tanggal", "date", "no", "nomor", "number",
		"start time", "completion time", "last modified time", "waktu mulai", "waktu penyelesaian", "waktu selesai",
		"email", "e mail", "email address", "alamat email", "username", "nama pengguna", "score", "skor", "total points", "language", "bahasa"}},
}

var (
	noteWords     = []string{"note", "notes", "catatan", "komentar", "comment", "comments", "keterangan", "alasan"}
	evidenceWords = []string{"evidence", "bukti dukung", "bukti", "bukti pendukung"}
)

// answerWords are what people write instead of a level, as [plainText].
var answerWords = map[string]AnswerKind{
	"na": Inapplicable, "n a": Inapplicable, "tidak berlaku": Inapplicable, "not applicable": Inapplicable,
	"does not apply": Inapplicable, "tidak relevan": Inapplicable,
	"dk": DontKnow, "tidak tahu": DontKnow, "don t know": DontKnow, "dont know": DontKnow, "do not know": DontKnow,
	"belum tahu": DontKnow, "kurang tahu": DontKnow, "tt": DontKnow,
}
