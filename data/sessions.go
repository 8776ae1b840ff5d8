package data

import (
	"context"
	"fmt"
	"strings"

	"luwes/assess"
)

// A sortKey is one column of an order with its direction and its value in the
// last row of the page before.
type sortKey struct {
	column     string
	descending bool
	value      func(r *assess.Row) any
}

var (
	byID      = sortKey{"sessions.id", false, func(r *assess.Row) any { return r.ID }}
	byDate    = sortKey{"date", true, func(r *assess.Row) any { return r.Date }}
	byTitle   = sortKey{"title_folded", false, func(r *assess.Row) any { return fold(r.Title) }}
	byRegion  = sortKey{"region_folded", false, func(r *assess.Row) any { return fold(r.Region.Name) }}
	byChanged = sortKey{"changed", true, func(r *assess.Row) any { return millis(r.Changed) }}
)

// sortKeys are the orders of lists; each has an index of its own.
var sortKeys = map[assess.SortOrder][]sortKey{
	"":               {byDate, byID},
	assess.ByDate:    {byDate, byID},
	assess.ByTitle:   {byTitle, byID},
	assess.ByRegion:  {byRegion, byDate, byID},
	assess.ByChanged: {byChanged, byID},
}

// Sessions returns one page of the list of sessions. Pages follow each other by
// the key of the last row, so a page costs the same wherever it is, and rows
// that come or go in the meantime do not shift it.
func (s *Store) Sessions(ctx context.Context, query assess.Query) (assess.Page, error) {
	var page assess.Page
	err := s.read(ctx, "list sessions", func(q querier) (err error) {
		page, err = s.page(ctx, q, query)
		return err
	})
	return page, err
}

func (s *Store) page(ctx context.Context, q querier, query assess.Query) (assess.Page, error) {
	keys, ok := sortKeys[query.Sort]
	if !ok {
		return assess.Page{}, newFault(Internal, nil, "detail", "order "+string(query.Sort))
	}
	where, args := conditions(query)
	var page assess.Page
	var err error
	if page.Total, err = total(ctx, q, query, where, args); err != nil {
		return page, err
	}
	page.Rows, err = s.pageRows(ctx, q, query, keys, where, args)
	if query.Limit > 0 && len(page.Rows) > query.Limit {
		page.Rows, page.More = page.Rows[:query.Limit], true
	}
	return page, err
}

// total counts the rows of a list; without a filter the count is kept.
func total(ctx context.Context, q querier, query assess.Query, where string, args []any) (int, error) {
	if len(args) == 0 {
		return one[int](ctx, q, "SELECT number FROM counts WHERE binned = ?", query.Bin)
	}
	return one[int](ctx, q, "SELECT count(*) FROM sessions WHERE "+where, args...)
}

// conditions returns what the rows of a list have in common.
func conditions(query assess.Query) (where string, args []any) {
	where = "binned = 0"
	if query.Bin {
		where = "binned <> 0"
	}
	for _, word := range strings.Fields(query.Filter) {
		where += " AND instr(words, ?) > 0"
		args = append(args, fold(word))
	}
	return where, args
}

// pageRows reads one row more than the page has. What follows a row in an order
// of several columns is asked for in steps, each a range of the index: the rows
// equal in all columns but the last, then all but the last two, and so on.
func (s *Store) pageRows(ctx context.Context, q querier, query assess.Query, keys []sortKey, where string, args []any) ([]assess.Row, error) {
	if query.After == nil {
		return s.rows(ctx, q, where, args, keys, more(query.Limit, 0))
	}
	var all []assess.Row
	for i := len(keys) - 1; i >= 0; i-- {
		w, a := where, args[:len(args):len(args)]
		for _, k := range keys[:i] {
			w += " AND " + k.column + " = ?"
			a = append(a, k.value(query.After))
		}
		sign := ">"
		if keys[i].descending {
			sign = "<"
		}
		w += " AND " + keys[i].column + " " + sign + " ?"
		a = append(a, keys[i].value(query.After))
		rows, err := s.rows(ctx, q, w, a, keys, more(query.Limit, len(all)))
		if err != nil {
			return nil, err
		}
		if all = append(all, rows...); query.Limit > 0 && len(all) > query.Limit {
			break
		}
	}
	return all, nil
}

// more is the number of rows still to read, -1 without a limit.
func more(limit, have int) int {
	if limit <= 0 {
		return -1
	}
	return limit + 1 - have
}

func (s *Store) rows(ctx context.Context, q querier, where string, args []any, keys []sortKey, limit int) ([]assess.Row, error) {
	order := make([]string, len(keys))
	for i, k := range keys {
		order[i] = k.column
		if k.descending {
			order[i] += " DESC"
		}
	}
	rows, err := q.QueryContext(ctx, fmt.Sprintf(`SELECT sessions.key, %s, coalesce(scoring, 0), coalesce(summary, ''),
		coalesce((SELECT instruments.id FROM instruments WHERE instruments.key = instrument), '')
		FROM sessions LEFT JOIN summaries ON session = sessions.key WHERE %s ORDER BY %s LIMIT ?`,
		headColumns, where, strings.Join(order, ", ")), append(args[:len(args):len(args)], limit)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []assess.Row
	stale := map[int]int64{}
	for rows.Next() {
		var r assess.Row
		var key int64
		var scoring int
		var summary string
		targets, finish := headTargets(&r.Header)
		if err := rows.Scan(append(append([]any{&key}, targets...), &scoring, &summary, &r.Instrument)...); err != nil {
			return nil, err
		}
		if err := finish(); err != nil {
			return nil, err
		}
		if r.Summary, err = decodeSummary(summary); scoring != assess.ScoringVersion || err != nil {
			stale[len(out)] = key
		}
		out = append(out, r)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return out, s.freshen(ctx, q, out, stale)
}

// freshen computes the summaries that an older scoring made. A session that
// cannot be scored stays in the list, without scores.
func (s *Store) freshen(ctx context.Context, q querier, rows []assess.Row, stale map[int]int64) error {
	for i, key := range stale {
		sum, err := s.summarize(ctx, q, key)
		if codeOf(err) == Internal {
			continue
		}
		if err != nil {
			return err
		}
		rows[i].Summary = sum
	}
	return nil
}
