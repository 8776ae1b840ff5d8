package assess

// A JointMove is a composite on another position.
type JointMove struct {
	Composite     *Composite
	Before, After float64 // 0–100
	From, To      Band    // classes of both; zero where there are no bands
}

// jointMoves lists the composites that differ and have a position on both sides.
func jointMoves(before, after *reading) []JointMove {
	var out []JointMove
	for i := range after.joints {
		old, now := before.joint(i), after.joint(i)
		if old.valued() && now.valued() && old.value != now.value {
			bands := now.joint.bands(after.in)
			m := JointMove{Composite: now.joint, Before: old.value, After: now.value}
			m.From, _ = BandAt(bands, old.value)
			m.To, _ = BandAt(bands, now.value)
			out = append(out, m)
		}
	}
	return out
}
