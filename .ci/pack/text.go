package main

import (
	_ "embed"
	"fmt"
	"strings"
)

// The names of the two texts in a package.
const (
	guideName    = "PANDUAN.txt"
	licencesName = "LISENSI.txt"
)

//go:embed PANDUAN.txt
var guide string

// overview is the text that says what a program was made of and under which
// licences: those of luwes itself in full, those of others by file.
func overview(s system, version string, parts []part) string {
	var b strings.Builder
	fmt.Fprintf(&b, "LISENSI / LICENCES\n\nluwes %s (%s)\n\n", version, s)
	b.WriteString("luwes memuat bagian-bagian berikut. Teks lisensi lengkapnya ada di folder\n" +
		licencesFolder + ". Lisensi luwes dan keterangan datanya ada juga di bawah ini.\n\n" +
		"luwes contains the following parts. The full texts of their licences are in\n" +
		"the folder " + licencesFolder + "; those of luwes and its data are below as well.\n")
	for _, p := range parts {
		fmt.Fprintf(&b, "\n%s\n", strings.TrimSpace(p.name+" "+p.version))
		for _, l := range p.licences {
			fmt.Fprintf(&b, "    %s\n", l.name)
		}
	}
	for _, p := range parts {
		if !p.own {
			continue
		}
		for _, l := range p.licences {
			if len(l.content) < 3000 { // the ODbL itself is long, and in the folder
				fmt.Fprintf(&b, "\n%s\n%s\n\n%s\n", strings.Repeat("-", 78), l.name, strings.TrimSpace(string(l.content)))
			}
		}
	}
	return b.String()
}
