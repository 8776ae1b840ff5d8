package assess

// A Decision is one line of the decision grid: something that is decided again and
// again. Its fact is the lowest level that may take it without asking beforehand,
// from 0, the front line, to [TopLevel].
//
// The grid follows the locus of decision of the Aston studies (Pugh, Hickson,
// Hinings and Turner 1968), shortened and put into the terms of a regional
// government:
//
//	0 the official at the front line        3 the head of the agency
//	1 the head of the smallest unit         4 the head of the region, or the regional secretary
//	2 a middle official                     5 above the region
type Decision struct {
	ID    string
	Topic DecisionTopic
}

// TopLevel is the highest level of the decision grid: above the region.
const TopLevel = 5

// A DecisionTopic is what a decision is about.
type DecisionTopic string

// The topics, in the order of the grid.
const (
	ServiceDecision DecisionTopic = "service"
	StaffDecision   DecisionTopic = "staff"
	MoneyDecision   DecisionTopic = "money"
	PolicyDecision  DecisionTopic = "policy"
)

// DecisionTopics are all topics.
var DecisionTopics = []DecisionTopic{ServiceDecision, StaffDecision, MoneyDecision, PolicyDecision}

// Decisions is the grid.
var Decisions = []Decision{
	{"decide-permit", ServiceDecision},
	{"decide-exception", ServiceDecision},
	{"decide-complaint", ServiceDecision},
	{"decide-hours", ServiceDecision},
	{"decide-method", ServiceDecision},
	{"decide-leave", StaffDecision},
	{"decide-tasks", StaffDecision},
	{"decide-appraisal", StaffDecision},
	{"decide-training", StaffDecision},
	{"decide-move", StaffDecision},
	{"decide-promotion", StaffDecision},
	{"decide-supplies", MoneyDecision},
	{"decide-procurement", MoneyDecision},
	{"decide-travel", MoneyDecision},
	{"decide-shift", MoneyDecision},
	{"decide-procedure", PolicyDecision},
	{"decide-data", PolicyDecision},
	{"decide-programme", PolicyDecision},
	{"decide-partner", PolicyDecision},
	{"decide-unit", PolicyDecision},
}

// decisionsOn are the ids of the decisions about a topic; of all for none.
func decisionsOn(topic DecisionTopic) []string {
	var ids []string
	for _, d := range Decisions {
		if topic == "" || d.Topic == topic {
			ids = append(ids, d.ID)
		}
	}
	return ids
}
