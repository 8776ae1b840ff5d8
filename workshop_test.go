//go:build unix

package main_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const (
	down  = "\x1b[B"
	right = "\x1b[C"
	space = " "
)

// TestWorkshopOfTwelve holds a whole workshop with the real program, by keys
// alone: twelve people pass the laptop, their answers are revealed, the item that
// divides them is voted on again and agreed, the report tells of it, and the
// result is compared with that of last year, at which ten of them were.
func TestWorkshopOfTwelve(t *testing.T) {
	t.Parallel()
	db := filepath.Join(t.TempDir(), "luwes.db")
	lastYear := filepath.Join(t.TempDir(), "lalu.csv")
	var lines []string
	lines = append(lines, "respondent,"+strings.Join(itemIDs(), ","))
	for p := range 12 {
		code := code(p)
		if p >= 10 {
			code += "lama" // two of last year's do not come back
		}
		lines = append(lines, code+","+strings.Join(strings.Split(sheet(p, 0), ""), ","))
	}
	if err := os.WriteFile(lastYear, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	command(t, db, "import", lastYear, "--title", "Bandung 2025", "--date", "2025-11-20", "--region", "32.04")

	term := launch(t, db, answering)
	term.await("Bandung 2025")
	term.press("n")
	term.await("Ketik sebagian nama")
	term.press("kab bandung" + enter)
	term.await("Jawa Barat · 32.04")
	term.press(enter + enter + down + right)
	term.await("kelompok, sendiri lalu dibahas")
	term.press(down + down + "12" + f8)
	term.await("Belum ada yang mengisi")
	term.press("1")
	term.await("PIN baru")
	term.press("1234" + enter + "1234" + enter)
	for p := range 12 {
		term.await("Selamat datang. Sekarang giliran Anda.*Untuk apa:.*Siapa melihat:.*Berapa lama:")
		term.press(enter)
		term.await("Kode pribadi")
		term.press(code(p) + f8)
		term.await("Saya setuju")
		term.press("1")
		term.await("butir 1 dari 54, 0 terjawab")
		term.press(sheet(p, 1))
		term.await("Semua butir sudah dijawab")
		term.press(f8)
		term.await("Terima kasih. Jawaban Anda tersimpan")
		term.press(enter) // to the next person
	}
	term.await("Selamat datang. Sekarang giliran Anda")
	if seen := term.text(); strings.Contains(seen, code(11)) {
		t.Errorf("the hand-over screen shows the code of the person before:\n%s", seen)
	}
	term.press(esc)
	term.await("Hanya fasilitator")
	term.press("1234" + enter)
	term.await("12 dari 12 selesai")
	term.press("6")
	term.await("12 dari 12 peserta selesai. Setelah jawaban dibuka")
	term.press(down + enter)
	term.await("12 orang menjawab · 1 butir perlu dibicarakan")
	term.press(enter)
	term.await("Butir 1: ke-1 dari 1 yang perlu dibicarakan.*pendapat terbelah")
	term.press("h")
	term.await("Angkat tangan, putaran kedua")
	term.press("0" + down + "0" + down + "2" + down + "9" + down + "1" + enter)
	term.await(`Putaran kedua.*12 orang`)
	term.press(enter)
	term.await("Alasan kelompok")
	term.press("4") // leads to the reason
	term.press("Perbup sudah terbit")
	term.await(`Perbup sudah terbit`)
	term.press(esc)
	term.await("disepakati tingkat 4")
	term.press(esc)
	term.await("1 butir sudah diputuskan")
	term.press(esc)
	term.await("Selesaikan sesi")

	report := command(t, db, "export", "last", "--format", "md", "--lang", "id")
	for _, want := range []string{"Kesepakatan peserta", "| str1 |", "4 (n 12)", "Alasan: Perbup sudah terbit", "pendapat terbelah"} {
		if !strings.Contains(report, want) {
			t.Errorf("the report lacks %q:\n%s", want, report)
		}
	}
	term.press(esc)
	term.await("2 penilaian · terbaru dahulu.*› Kabupaten Bandung 2026") // read anew, and selected
	term.press(space + down + space + "c")
	term.await("Perbandingan: Kabupaten Bandung")
	term.await("kemungkinan antara|tidak ada perubahan yang berarti")
	term.press("\x1b[F")
	term.await("10 orang hadir pada keduanya, 2 hanya pada .1. dan 2 hanya pada .2.")
}

// code is the personal code of a person.
func code(p int) string { return fmt.Sprintf("s%c%02dba", 'a'+p, 3*p+1) }

// sheet is what a person answers in a year, one digit an item. In the second year
// the first item divides the people, and the others have risen.
func sheet(person, year int) string {
	b := make([]byte, 54)
	for k := range b {
		b[k] = byte('2' + year + (person+k)%2)
	}
	if year == 1 {
		b[0] = byte('1' + 4*(person%2))
	}
	return string(b)
}

// itemIDs are the items of the built-in instrument, in their order.
func itemIDs() []string {
	var ids []string
	for _, scale := range []string{"str", "beh", "tec", "com", "for", "cen"} {
		for k := range 7 {
			ids = append(ids, fmt.Sprint(scale, k+1))
		}
	}
	for _, scale := range []string{"siz", "ovl", "row", "ins"} {
		for k := range 3 {
			ids = append(ids, fmt.Sprint(scale, k+1))
		}
	}
	return ids
}

// command runs the program without its screens and returns what it writes.
func command(t *testing.T, db string, args ...string) string {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(path, append(args, "--db", db)...).Output()
	if err != nil {
		t.Fatalf("luwes %s: %v", strings.Join(args, " "), err)
	}
	return string(out)
}
