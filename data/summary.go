package data

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"luwes/assess"
)

// A storedSummary is how an assess.Summary stands in its row.
type storedSummary struct {
	Respondents int           `json:"n"`
	Touched     int           `json:"touched"`
	Total       int           `json:"total"`
	Coverage    float64       `json:"coverage"`
	Scales      []storedScale `json:"scales"`
}

type storedScale struct {
	ID     string        `json:"id"`
	Kind   assess.Kind   `json:"kind"`
	Score  float64       `json:"score"`
	Reason assess.Reason `json:"why,omitempty"`
}

func encodeSummary(sum assess.Summary) (string, error) {
	st := storedSummary{sum.Respondents, sum.Touched, sum.Total, sum.Coverage, make([]storedScale, len(sum.Scales))}
	for i, s := range sum.Scales {
		st.Scales[i] = storedScale{s.ID, s.Kind, s.Score.Value, s.Score.Reason}
	}
	b, err := json.Marshal(st)
	return string(b), err
}

func decodeSummary(text string) (assess.Summary, error) {
	var st storedSummary
	if err := json.Unmarshal([]byte(text), &st); err != nil {
		return assess.Summary{}, fmt.Errorf("read summary: %w", err)
	}
	sum := assess.Summary{Respondents: st.Respondents, Touched: st.Touched, Total: st.Total, Coverage: st.Coverage}
	for _, s := range st.Scales {
		sum.Scales = append(sum.Scales, assess.SummaryScale{ID: s.ID, Kind: s.Kind,
			Score: assess.Figure{Value: s.Score, Reason: s.Reason}})
	}
	return sum, nil
}

// rescore makes the summaries of the touched sessions anew. A summary that
// cannot be made never costs the answers: it is stamped 0 and made on reading.
// Only an error that ends the transaction is returned.
func (b *batch) rescore() error {
	for key := range b.touched {
		err := guard(func() error { return b.rescoreOne(key) }) // it writes last and once, so there is nothing to take back
		if err == nil {
			continue
		}
		if err = b.store.fault(err); fatal(err) {
			return err
		}
		if err := b.exec("UPDATE summaries SET scoring = 0 WHERE session = ?", key); err != nil {
			return err
		}
	}
	clear(b.touched)
	return nil
}

func (b *batch) rescoreOne(key int64) error {
	sum, err := b.store.summarize(context.Background(), b, key)
	if err != nil {
		return err
	}
	text, err := encodeSummary(sum)
	if err != nil {
		return err
	}
	return b.exec(`INSERT INTO summaries (session, scoring, summary) VALUES (?, ?, ?)
		ON CONFLICT (session) DO UPDATE SET scoring = excluded.scoring, summary = excluded.summary`,
		key, assess.ScoringVersion, text)
}

// summarize computes the summary of one session from its answers.
func (s *Store) summarize(ctx context.Context, q querier, key int64) (assess.Summary, error) {
	ses, err := s.scoring(ctx, q, key)
	if err != nil {
		return assess.Summary{}, err
	}
	return assess.Summarize(ses.Score()), nil
}

// scoring reads what scoring needs of a session: the shows of hands, and the
// first round's answers, gathered by SQLite into one row per respondent.
func (s *Store) scoring(ctx context.Context, q querier, key int64) (*assess.Session, error) {
	h, keys, err := readHead(ctx, q, "key = ?", key)
	if err != nil {
		return nil, err
	}
	ses := &assess.Session{Header: h}
	if ses.Instrument, err = s.instrument(ctx, q, keys.instrument); err != nil {
		return nil, err
	}
	if ses.Hands, err = readHands(ctx, q, key, ses.Instrument); err != nil {
		return nil, err
	}
	rows, err := q.QueryContext(ctx, `SELECT id, coalesce((SELECT group_concat(item || char(31) || answer, char(30))
		FROM answers WHERE session = r.session AND respondent = r.key AND round = 1), '')
		FROM respondents r WHERE session = ? ORDER BY key`, key)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var r assess.Respondent
		var gathered string
		if err := rows.Scan(&r.ID, &gathered); err != nil {
			return nil, err
		}
		for pair := range strings.SplitSeq(gathered, "\x1e") {
			item, answer, ok := strings.Cut(pair, "\x1f")
			if n, err := strconv.Atoi(answer); ok && err == nil {
				r.Entries = append(r.Entries, assess.Entry{Item: item, Round: 1, Answer: answerOf(n)})
			}
		}
		ses.Respondents = append(ses.Respondents, r)
	}
	return ses, rows.Err()
}

// Answers stand in the database as their level, or as one of these.
const (
	storedNone         = 0
	storedInapplicable = -1
	storedDontKnow     = -2
)

func numberOf(a assess.Answer) int {
	switch a.Kind {
	case assess.Level:
		return a.Level
	case assess.Inapplicable:
		return storedInapplicable
	case assess.DontKnow:
		return storedDontKnow
	}
	return storedNone
}

func answerOf(n int) assess.Answer {
	switch n {
	case storedNone:
		return assess.Answer{}
	case storedInapplicable:
		return assess.Answer{Kind: assess.Inapplicable}
	case storedDontKnow:
		return assess.Answer{Kind: assess.DontKnow}
	}
	return assess.At(n)
}
