// Command pack makes the packages for people who have no Go: one zip for each
// system, with the program, a guide of one page in Indonesian, and the licences
// of everything that is linked into it. The same commit gives the same bytes.
//
//	go run ./.ci/pack -out DIR [-version V]     all zips, into DIR
//	go run ./.ci/pack -unpack ZIP -out DIR      what a user gets from one of them
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

func main() {
	out := flag.String("out", "dist", "the folder that the zips, or the files of one, are put into")
	version := flag.String("version", "", "the version in the names, as git describes it if empty")
	zip := flag.String("unpack", "", "a zip to unpack instead of making any")
	flag.Parse()
	err := error(nil)
	if *zip != "" {
		err = unpack(*zip, *out)
	} else {
		err = packAll(*out, *version)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

// packAll makes the zip of every system and prints a line about each.
func packAll(out, version string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	if version == "" {
		described, err := run(nil, "git", "describe", "--tags", "--always")
		if err != nil {
			return err
		}
		version = described
	}
	when, err := commitTime()
	if err != nil {
		return err
	}
	for _, s := range systems {
		if err := pack(s, out, version, when); err != nil {
			return fmt.Errorf("%s: %w", s, err)
		}
	}
	return nil
}

// pack builds the program for a system, puts it into a zip with all that belongs
// to it, and reads the zip again.
func pack(s system, out, version string, when time.Time) error {
	program, err := s.build(version)
	if err != nil {
		return err
	}
	parts, err := s.parts()
	if err != nil {
		return err
	}
	files := []file{
		{name: s.program(), mode: 0o755, content: program},
		{name: guideName, content: s.text(guide)},
		{name: licencesName, content: s.text(overview(s, version, parts))},
	}
	for _, p := range parts {
		files = append(files, p.licences...)
	}
	name := filepath.Join(out, fmt.Sprintf("luwes-%s-%s-%s.zip", version, s.os, s.arch))
	size, err := writeZip(name, files, when)
	if err != nil {
		return err
	}
	fmt.Printf("%-44s %5.1f MB, program %5.1f MB, licences of %d parts\n",
		filepath.Base(name), float64(size)/1e6, float64(len(program))/1e6, len(parts))
	return checkZip(name, files)
}

// commitTime is the time of the commit, which the files in the zips carry, so
// that a package made again is the same. Without a commit it is a fixed one.
func commitTime() (time.Time, error) {
	seconds, err := run(nil, "git", "log", "-1", "--format=%ct")
	if err != nil {
		return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), nil
	}
	n, err := strconv.ParseInt(seconds, 10, 64)
	return time.Unix(n, 0).UTC(), err
}

// run returns what a command prints, without the newline at its end. env is
// added to the environment.
func run(env []string, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", name, strings.Join(args, " "), err)
	}
	return strings.TrimRight(string(out), "\n"), nil
}
