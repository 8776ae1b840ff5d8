package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"luwes/ui/locale"
)

// sheetOrder is what may stand in a sheet, in the order that Excel wants (ISO/IEC
// 29500-1, SpreadsheetML).
var sheetOrder = strings.Fields("s:sheetPr s:dimension s:sheetViews s:sheetFormatPr s:cols s:sheetData s:printOptions s:pageMargins s:pageSetup s:headerFooter s:drawing")

// Functions that every spreadsheet has had for decades, by the English names that are
// saved in files.
var (
	functions = []string{"IF", "OR", "COUNT", "COUNTIF", "SUM", "SUMIF", "AVERAGE", "ISNUMBER"}
	called    = regexp.MustCompile(`([A-Z.]+)\(`)
	inQuotes  = regexp.MustCompile(`"[^"]*"|'[^']*'`)
)

// Every workbook keeps the rules by which Excel opens it without a repair, whatever
// people wrote.
func TestWorkbookOpensWithoutRepair(t *testing.T) {
	t.Parallel()
	sessions := workbookSessions(t)
	sessions["hostile"] = hostileSession(t)
	for name, s := range sessions {
		lang := locale.Languages[len(name)%2] // each in one language, for time
		t.Run(lang+" "+name, func(t *testing.T) {
			file, err := Workbook(s, locale.For(lang))
			if err != nil {
				t.Fatal(err)
			}
			trees := packageRules(t, file)
			sheetNames(t, trees["xl/workbook.xml"])
			looks := len(trees["xl/styles.xml"].kid("s:cellXfs").kids)
			for part, tree := range trees {
				switch {
				case strings.HasPrefix(part, "xl/worksheets/sheet"):
					sheetRules(t, part, tree, looks)
				case strings.HasPrefix(part, "xl/drawings/drawing"):
					tree.each(func(e *element) {
						if e.name == "xdr:cNvPr" && e.attr["descr"] == "" {
							t.Errorf("%s: a chart without words", part)
						}
					})
				}
			}
		})
	}
}

// sheetNames fails at names that Excel does not take, and at names of ranges that are
// there twice or have no row.
func sheetNames(t *testing.T, workbook *element) {
	t.Helper()
	idsOf(t, workbook.kid("s:sheets"), "name")
	idsOf(t, workbook.kid("s:sheets"), "sheetId")
	for _, sheet := range workbook.kid("s:sheets").kids {
		if name := sheet.attr["name"]; name == "" || len(utf16.Encode([]rune(name))) > excelize.MaxSheetNameLength || strings.ContainsAny(name, `[]:*?/\`) || strings.Trim(name, "'") != name {
			t.Errorf("a sheet may not be called %q", name)
		}
	}
	ranges := map[string]bool{}
	for _, d := range workbook.kid("s:definedNames").kids {
		key := d.attr["name"] + " " + d.attr["localSheetId"]
		if ranges[key] || strings.Contains(d.text, "$0") || strings.Contains(d.text, "#REF") || d.text == "" {
			t.Errorf("%s: %q", key, d.text)
		}
		ranges[key] = true
	}
}

// sheetRules fails at a sheet that Excel would repair: cells that are not in order, that
// hold more than they may or look like nothing, and formulas of other names.
func sheetRules(t *testing.T, part string, sheet *element, looks int) {
	t.Helper()
	at := 0
	for _, k := range sheet.kids {
		next := slices.Index(sheetOrder, k.name)
		if next < at {
			t.Errorf("%s: %s stands in the wrong place", part, k.name)
		}
		at = max(at, next)
	}
	for _, c := range sheet.kid("s:cols").kids {
		var width float64
		if _, err := fmt.Sscan(c.attr["width"], &width); err != nil || width <= 0 || width > excelize.MaxColumnWidth {
			t.Errorf("%s: a column %s wide", part, c.attr["width"])
		}
	}
	below := 0
	for _, row := range sheet.kid("s:sheetData").kids {
		n, before := wholeNumber(row.attr["r"]), 0
		if n <= below || wholeNumber(row.attr["ht"]) > excelize.MaxRowHeight {
			t.Errorf("%s: row %d below row %d, %s high", part, n, below, row.attr["ht"])
		}
		below = n
		for _, c := range row.kids {
			column, line, err := excelize.CellNameToCoordinates(c.attr["r"])
			if err != nil || line != n || column <= before {
				t.Errorf("%s: cell %s in row %d", part, c.attr["r"], n)
			}
			before = column
			cellRules(t, part+" "+c.attr["r"], c, looks)
		}
	}
}

func cellRules(t *testing.T, place string, c *element, looks int) {
	t.Helper()
	if wholeNumber(c.attr["s"]) >= looks {
		t.Errorf("%s: look %s of %d", place, c.attr["s"], looks)
	}
	if kind := c.attr["t"]; kind != "" && kind != "n" && kind != "str" && kind != "inlineStr" {
		t.Errorf("%s: type %s", place, kind)
	}
	text := c.kid("s:is").kid("s:t").text
	if n := len(utf16.Encode([]rune(text))); n > excelize.TotalCellChars {
		t.Errorf("%s: %d characters", place, n)
	}
	if strings.IndexAny(text, "=+-@\t\r") == 0 {
		t.Errorf("%s: %.20q can be run", place, text)
	}
	formula := c.kid("s:f").text
	if len(formula) > 8192 || strings.HasPrefix(formula, "=") {
		t.Errorf("%s: a formula of %d characters, %.20q", place, len(formula), formula)
	}
	for _, m := range called.FindAllStringSubmatch(inQuotes.ReplaceAllString(formula, ""), -1) {
		if !slices.Contains(functions, m[1]) {
			t.Errorf("%s: there is no function %s", place, m[1])
		}
	}
}
