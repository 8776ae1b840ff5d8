package ui

import (
	"context"

	"luwes/assess"
)

// waiting counts the actions of the last plan of a session's place of which nobody has
// said yet what became of them.
func waiting(ctx context.Context, store Store, s *assess.Session) (int, error) {
	before, err := store.EarlierPlan(ctx, s.ID)
	if err != nil || before == nil {
		return 0, err
	}
	return len(assess.ToAsk(before.ID, before.Plan, s.Plan)), nil
}
