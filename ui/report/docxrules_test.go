package report

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// wordOrder is what may stand in an element in which Word wants an order, in that
// order (ISO/IEC 29500-1, WordprocessingML and DrawingML).
var wordOrder = func() map[string][]string {
	out := map[string][]string{}
	for name, kids := range map[string]string{
		"pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE " +
			"autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
		"rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd " +
			"fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
		"tblPr":  "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
		"tcPr":   "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
		"sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
		"style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr " +
			"tblStylePr",
		"tblStylePr": "pPr rPr tblPr trPr tcPr",
		"lvl":        "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr", "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
		"numbering": "numPicBullet abstractNum num numIdMacAtCleanup", "styles": "docDefaults latentStyles style", "tbl": "tblPr tblGrid tr", "tr": "tblPrEx trPr tc",
		"tcBorders": "top left bottom right", "pBdr": "top left bottom right between bar", "tblCellMar": "top left bottom right", "tblBorders": "top left bottom right insideH insideV",
		"settings": "defaultTabStop compat",
	} {
		for kid := range strings.FieldsSeq(kids) {
			out["w:"+name] = append(out["w:"+name], "w:"+kid)
		}
	}
	out["wp:inline"] = []string{"wp:extent", "wp:effectExtent", "wp:docPr", "wp:cNvGraphicFramePr", "a:graphic"}
	return out
}()

// wordRules fails where Word would find content that it cannot read, or something
// without a meaning: a style or a list that is not there, a picture without words.
func wordRules(t *testing.T, file []byte) {
	t.Helper()
	trees := packageRules(t, file)
	r := &wordReferences{drawings: map[string]bool{}, styles: map[string]string{}, lists: map[string]bool{}}
	for _, tree := range trees {
		r.define(t, tree)
	}
	for _, tree := range trees {
		ordered(t, tree)
		tree.each(func(e *element) {
			ordered(t, e)
			r.resolve(t, e)
			switch e.name {
			case "w:tbl":
				gridded(t, e)
			case "w:body", "w:tc":
				apartTables(t, e)
			}
		})
	}
}

// ordered fails if an element has what it may not have, or in another order.
func ordered(t *testing.T, e *element) {
	order, known := wordOrder[e.name]
	if !known {
		return
	}
	at := 0
	for _, k := range e.kids {
		next := slices.Index(order, k.name)
		if next < at {
			t.Errorf("%s in %s stands in the wrong place, or may not be there", k.name, e.name)
		}
		at = max(at, next)
	}
}

// gridded fails if the rows of a table have other columns than it says.
func gridded(t *testing.T, table *element) {
	var grid []int
	for _, c := range table.kid("w:tblGrid").kids {
		grid = append(grid, wholeNumber(c.attr["w:w"]))
		if grid[len(grid)-1] <= 0 {
			t.Errorf("columns so wide: %v", grid)
		}
	}
	rows := 0
	for _, row := range table.kids {
		if row.name != "w:tr" {
			continue
		}
		rows++
		at := 0
		for _, cell := range row.kids {
			if cell.name != "w:tc" {
				continue
			}
			span := max(wholeNumber(cell.kid("w:tcPr").kid("w:gridSpan").attr["w:val"]), 1)
			sum := 0
			for _, w := range grid[min(at, len(grid)):min(at+span, len(grid))] {
				sum += w
			}
			if w := wholeNumber(cell.kid("w:tcPr").kid("w:tcW").attr["w:w"]); w != 0 && w != sum {
				t.Errorf("a cell of %d in columns of %d", w, sum)
			}
			at += span
		}
		if at != len(grid) {
			t.Errorf("a row of %d cells in %d columns", at, len(grid))
		}
	}
	if rows == 0 || len(grid) > 63 {
		t.Errorf("a table of %d rows and %d columns", rows, len(grid))
	}
}

// apartTables fails if two tables touch, which Word makes one, or if a text or a cell
// does not end with a paragraph.
func apartTables(t *testing.T, text *element) {
	last := "nothing"
	for _, k := range text.kids {
		if k.name != "w:p" && last == "w:tbl" {
			t.Errorf("%s stands right below a table", k.name)
		}
		if k.name != "w:sectPr" {
			last = k.name
		}
	}
	if last != "w:p" {
		t.Errorf("%s ends with %s", text.name, last)
	}
}

// wordReferences are what the parts of a document name.
type wordReferences struct {
	drawings map[string]bool
	styles   map[string]string // kinds by id
	lists    map[string]bool
}

func (r *wordReferences) define(t *testing.T, tree *element) {
	t.Helper()
	names := map[string]bool{}
	for _, e := range tree.kids {
		switch e.name {
		case "w:style":
			name := strings.ToLower(e.kid("w:name").attr["w:val"])
			if id := e.attr["w:styleId"]; r.styles[id] != "" || names[name] || id == "" {
				t.Errorf("the style %s, %s, is there twice", id, name)
			}
			names[name] = true
			r.styles[e.attr["w:styleId"]] = e.attr["w:type"]
		case "w:num":
			r.lists[e.attr["w:numId"]] = true
		}
	}
	idsOf(t, tree, "w:numId")
	if forms := idsOf(t, tree, "w:abstractNumId"); tree.name == "w:numbering" {
		for _, e := range tree.kids {
			if form := e.kid("w:abstractNumId").attr["w:val"]; e.name == "w:num" && !forms[form] {
				t.Errorf("the list %s has no form %s", e.attr["w:numId"], form)
			}
		}
	}
}

func (r *wordReferences) resolve(t *testing.T, e *element) {
	value := e.attr["w:val"]
	switch {
	case e.name == "w:basedOn" && r.styles[value] == "", (e.name == "w:pStyle" || e.name == "w:next") && r.styles[value] != "paragraph",
		e.name == "w:rStyle" && r.styles[value] != "character", e.name == "w:tblStyle" && r.styles[value] != "table":
		t.Errorf("%s: %q is no style of this kind", e.name, value)
	case e.name == "w:numId" && !r.lists[value]:
		t.Errorf("there is no list %s", value)
	case e.name == "wp:docPr" && r.drawings[e.attr["id"]]:
		t.Errorf("two drawings have the number %s", e.attr["id"])
	case e.name == "wp:docPr" && e.attr["descr"] == "":
		t.Errorf("the picture %s has no words", e.attr["id"])
	case e.name == "wp:docPr":
		r.drawings[e.attr["id"]] = true
	}
}

// wholeNumber is that of an attribute, 0 where there is none.
func wholeNumber(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
