package command

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/adrg/xdg"
	"github.com/rogpeppe/go-internal/testscript"
)

// The scripts run the whole program with folders of their own, as a rule inside
// the test: a process of its own for each line took ten times as long. Beside the
// usual commands they know
//
//	luwes …               run and want exit code 0
//	exec luwes …          the same as a process, which can have a standard input
//	exits CODE luwes …    run and want an exit code
//	damage FILE FROM N    overwrite N bytes
//	cut FILE N            leave the first N bytes
//	same                  standard output is the same as after the last "keep"
func TestScripts(t *testing.T) {
	t.Parallel() // with what waits for locks
	testdata, err := filepath.Abs("testdata")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join(testdata, "script"),
		UpdateScripts: os.Getenv("UPDATE") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "share"))
			env.Setenv("XDG_CONFIG_HOME", filepath.Join(env.WorkDir, "config"))
			env.Setenv("LUWES_DB", filepath.Join(env.WorkDir, "test.db"))
			env.Setenv("LUWES_LANG", "en")
			env.Setenv("ORACLE", filepath.Join(testdata, "oracle"))
			env.Setenv("DATA", testdata)
			env.Setenv("GORACE", os.Getenv("GORACE"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"luwes":  func(ts *testscript.TestScript, neg bool, args []string) { wantExit(ts, "0", neg, inside(ts, args)) },
			"exits":  exits,
			"damage": damage,
			"cut":    cut,
		},
		Condition: func(cond string) (bool, error) {
			return cond == "superuser" && os.Geteuid() == 0, nil
		},
	})
}

// exits runs a command that must end with an exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE command args…")
	}
	if args[1] == "luwes" {
		wantExit(ts, args[0], false, inside(ts, args[2:]))
		return
	}
	got := "0"
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	wantExit(ts, args[0], false, got)
}

func wantExit(ts *testscript.TestScript, want string, neg bool, got string) {
	if (got == want) == neg {
		ts.Fatalf("exit code %s, want %s", got, want)
	}
}

// environment is what the program reads.
var environment = []string{"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LUWES_DB", "LUWES_LANG", "LUWES_THEME",
	"NO_COLOR", "ACCESSIBLE", "LC_ALL", "LC_MESSAGES", "LANG"}

// process lets one script at a time have the folder and the environment, which
// belong to the process.
var process sync.Mutex

// inside runs the program within the test and returns its exit code.
func inside(ts *testscript.TestScript, args []string) string {
	process.Lock()
	defer process.Unlock()
	before, err := os.Getwd()
	ts.Check(err)
	ts.Check(os.Chdir(ts.MkAbs(".")))
	defer func() { ts.Check(os.Chdir(before)) }()
	for _, name := range environment {
		old, had := os.LookupEnv(name)
		defer func() {
			if had {
				os.Setenv(name, old)
			} else {
				os.Unsetenv(name)
			}
		}()
		os.Unsetenv(name)
		if value := ts.Getenv(name); value != "" {
			os.Setenv(name, value)
		}
	}
	xdg.Reload()
	return strconv.Itoa(Run(context.Background(), args, strings.NewReader(""), ts.Stdout(), ts.Stderr()))
}

func damage(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_WRONLY, 0)
	ts.Check(err)
	_, err = f.WriteAt([]byte(strings.Repeat("x", number(ts, args[2]))), int64(number(ts, args[1])))
	ts.Check(err)
	ts.Check(f.Close())
}

func cut(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.Truncate(ts.MkAbs(args[0]), int64(number(ts, args[1]))))
}

func number(ts *testscript.TestScript, s string) int {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			ts.Fatalf("%s is no number", s)
		}
		n = 10*n + int(c-'0')
	}
	return n
}
