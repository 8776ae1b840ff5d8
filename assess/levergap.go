package assess

import "math"

// nearer is by how many points a position has come nearer to the wanted one.
func nearer(wanted, before, after float64) float64 {
	return math.Abs(wanted-before) - math.Abs(wanted-after)
}
