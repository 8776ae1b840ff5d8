package transfer

import "luwes/assess"

// whole puts a statistic that is made of several numbers, or null if all of those
// named are unknown for one reason.
func (o *object) whole(key string, value object, all ...assess.Figure) {
	for _, f := range all {
		if f.OK() || f.Reason != all[0].Reason {
			o.put(key, value)
			return
		}
	}
	o.unknown(key, all[0].Reason)
}

func intervalOf(iv assess.Interval) object {
	o := object{}
	o.put("method", "wilson-t")
	o.put("level", iv.Level)
	o.figure("low", iv.Low)
	o.figure("high", iv.High)
	return o
}

func agreementOf(a assess.Agreement) object {
	o := object{}
	o.figure("ad", a.AD)
	o.figure("rwgj_uniform", a.UniformRWG)
	o.figure("rwgj_slight_skew", a.SlightRWG)
	o.figure("rwg_star", a.StarRWG)
	if a.LabelReason != "" {
		o.unknown("label", a.LabelReason)
		return o
	}
	o.put("label", a.Label)
	return o
}

func reliabilityOf(r assess.Reliability) object {
	o := object{}
	o.put("n", r.N)
	o.figure("alpha", r.Alpha)
	o.figure("alpha_low", r.Low)
	o.figure("alpha_high", r.High)
	o.figure("omega", r.Omega)
	return o
}

func orderOf(order assess.Order) object {
	o := object{}
	o.figure("w", order.W)
	o.put("n", order.N)
	return o
}
