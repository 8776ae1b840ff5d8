package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// TestGuideFitsOnePage: it is printed, and read in narrow windows.
func TestGuideFitsOnePage(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(guide, "\n"), "\n")
	if len(lines) > 60 {
		t.Errorf("the guide has %d lines, at most 60", len(lines))
	}
	for i, l := range lines {
		if n := utf8.RuneCountInString(l); n > 78 {
			t.Errorf("line %d has %d characters, at most 78: %s", i+1, n, l)
		}
		if strings.TrimRight(l, " \t\r") != l || strings.Contains(l, "\t") {
			t.Errorf("line %d has tabs or blanks at its end", i+1)
		}
	}
}

func TestTextForNotepad(t *testing.T) {
	if got, want := string(system{os: "windows"}.text("a\nb\n")), "\ufeffa\r\nb\r\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := string(system{os: "linux"}.text("a\n")), "a\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLicencesThatDoNotFit(t *testing.T) {
	tests := []struct {
		name, text string
		fits       bool
	}{
		{"GPL 2", "                    GNU GENERAL PUBLIC LICENSE\n                       Version 2, June 1991\n", false},
		{"AGPL 3", "GNU AFFERO GENERAL PUBLIC LICENSE\n Version 3, 19 November 2007", false},
		{"LGPL 2.1", "\t\t  GNU LESSER GENERAL PUBLIC LICENSE\n\t\t       Version 2.1, February 1999", false},
		{"notice", "you can redistribute it and/or modify it under the terms of the GNU Lesser\nGeneral Public License as published by", false},
		{"identifier", "SPDX-License-Identifier: GPL-3.0-only", false},
		{"short name", "GPLv3", false},
		{"MPL 2", `"Secondary License" means either the GNU General Public License, Version 2.0, the GNU Lesser`, true},
		{"MIT", "Permission is hereby granted, free of charge, to any person", true},
	}
	for _, test := range tests {
		p := part{name: test.name, licences: []file{{name: "licences/LICENSE.txt", content: []byte(test.text + strings.Repeat(" ", 200))}}}
		if err := p.check(); (err == nil) != test.fits {
			t.Errorf("%s: got %v, fits is %v", test.name, err, test.fits)
		}
	}
}

func TestPartWithoutLicence(t *testing.T) {
	p := part{name: "example.org/bare", licences: []file{{name: "licences/NOTICE.txt", content: make([]byte, 300)}}}
	if err := p.check(); err == nil || !strings.Contains(err.Error(), "no licence") {
		t.Errorf("got %v, want an error: a notice is no licence", err)
	}
}

// TestLicencesOfFolders: code taken from elsewhere has its licence in its own
// folder.
func TestLicencesOfFolders(t *testing.T) {
	dir := t.TempDir()
	sub := filepath.Join(dir, "taken", "deep")
	if err := os.MkdirAll(sub, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"LICENSE", "license.go", "README.md", "taken/COPYING.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p := part{name: "example.org/m", dir: dir}
	for range 2 {
		if err := p.collect(sub); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, l := range p.licences {
		got = append(got, l.name)
	}
	want := "licences/example.org-m-LICENSE.txt licences/example.org-m-taken-COPYING.txt"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}

func TestZipIsSameAgainAndKeepsModes(t *testing.T) {
	dir := t.TempDir()
	files := []file{{name: "luwes", mode: 0o755, content: []byte("program")}, {name: "a/b.txt", content: []byte("text")}}
	when := time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	var zips [2][]byte
	for i, name := range []string{filepath.Join(dir, "1.zip"), filepath.Join(dir, "2.zip")} {
		if _, err := writeZip(name, files, when); err != nil {
			t.Fatal(err)
		}
		if err := checkZip(name, files); err != nil {
			t.Error(err)
		}
		zips[i], _ = os.ReadFile(name)
	}
	if !bytes.Equal(zips[0], zips[1]) {
		t.Error("the two zips differ")
	}
	if err := unpack(filepath.Join(dir, "1.zip"), dir); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(filepath.Join(dir, "luwes")); err != nil || info.Mode().Perm() != 0o755 {
		t.Errorf("unpacked program: %v, %v", info, err)
	}
	if err := checkZip(filepath.Join(dir, "1.zip"), files[:1]); err == nil {
		t.Error("a file too many was not noticed")
	}
}
