package assess

import (
	"bytes"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// maxNesting is deeper than any YAML of ours. The parser calls itself for each
// level, and a stack that overflows cannot be caught.
const maxNesting = 100

// ParseYAML reads a YAML text into its syntax tree. A byte order mark is passed
// over; what no text editor writes and what would bring the parser down is a
// problem.
func ParseYAML(src []byte) (*ast.File, Problems) {
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	if p := oddText(src); p != nil {
		return nil, Problems{*p}
	}
	tokens := lexer.Tokenize(string(src))
	if deep := tooDeep(tokens); deep != nil {
		return nil, Problems{NewProblem("yaml-deep").At(deep.Position.Line, deep.Position.Column)}
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, Problems{syntaxProblem(err)}
	}
	return file, nil
}

// oddText tells the first character that no text editor writes.
func oddText(src []byte) *Problem {
	for at := 0; at < len(src); {
		r, size := utf8.DecodeRune(src[at:])
		var p Problem
		switch {
		case r == utf8.RuneError && size == 1:
			p = NewProblem("yaml-not-utf8")
		case oddRune(r):
			p = NewProblem("control-character", "value", string(r))
		default:
			at += size
			continue
		}
		line := bytes.Count(src[:at], []byte("\n")) + 1
		column := utf8.RuneCount(src[bytes.LastIndexByte(src[:at], '\n')+1:at]) + 1
		p = p.At(line, column)
		return &p
	}
	return nil
}

func syntaxProblem(err error) Problem {
	var ye yaml.Error
	if errors.As(err, &ye) && ye.GetToken() != nil {
		pos := ye.GetToken().Position
		return NewProblem("yaml-syntax").At(pos.Line, pos.Column)
	}
	return NewProblem("yaml-syntax").At(1, 1)
}

// tooDeep returns the token at which a text is nested too deeply; nil if it
// nowhere is. Brackets are counted; in the block form a level takes a column at
// least, or one sign such as "-" before another.
func tooDeep(tokens token.Tokens) *token.Token {
	brackets, signs := 0, 0
	for _, t := range tokens {
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			brackets++
		case token.SequenceEndType, token.MappingEndType:
			brackets--
		case token.SequenceEntryType, token.MappingKeyType, token.AnchorType, token.TagType, token.AliasType:
			signs++
		case token.MappingValueType, token.CollectEntryType:
			signs = 0
		}
		if t.Position.Line > 0 && (brackets > maxNesting || signs > maxSigns || t.Position.IndentNum > 2*maxNesting) {
			return t
		}
	}
	return nil
}

// maxSigns is how many of "-", "?", "&", "*" and "!" may stand before there is a
// pair or a comma: a list of plain words has one each.
const maxSigns = 1000

// oddRune reports whether r has no place in a text that people read: a control
// character, except those that make lines and columns.
func oddRune(r rune) bool {
	return unicode.IsControl(r) && !strings.ContainsRune("\n\t\r", r)
}
