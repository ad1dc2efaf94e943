package catalog

// Category is the kind of problem, decided by its cause. "" is unknown.
type Category string

// Retry says whether sending the same request again helps. "" is unknown.
type Retry string

// Fault says who has to act. "" is unknown.
type Fault string

// Categories returns the words for [Category], in the order in which a
// classifier should try them.
func Categories() []Category {
	return []Category{
		"authorization", "account", "billing", "quota", "capacity", "idempotency",
		"missing-parameter", "not-found", "conflict", "unsupported",
		"invalid-parameter", "service",
	}
}

// Retries returns the words for [Retry], from never to at once.
func Retries() []Retry {
	return []Retry{"no", "after-change", "after-wait", "backoff", "unknown"}
}

// Faults returns the words for [Fault].
func Faults() []Fault {
	return []Fault{"caller", "account", "service"}
}

// Meaning returns what the word says, in one line without a full stop; "" for
// a word that is none.
func (c Category) Meaning() string {
	switch c {
	case "authorization":
		return "the identity of the caller may not do this, or is not proven"
	case "account":
		return "the account as a whole is not verified or is restricted; no permission helps"
	case "billing":
		return "it is about money or payment"
	case "quota":
		return "a number or rate that the account or the resource may not exceed"
	case "capacity":
		return "the stock of the vendor or of the network is used up"
	case "idempotency":
		return "a token that marks repeated requests was used again or clashes"
	case "missing-parameter":
		return "something needed was not sent"
	case "not-found":
		return "what an ID or a name points to does not exist"
	case "conflict":
		return "the thing exists but is in the wrong state, or is busy with something else"
	case "unsupported":
		return "this product, place or kind of resource cannot do it"
	case "invalid-parameter":
		return "a value is wrong"
	case "service":
		return "the service itself failed"
	}
	return ""
}

// Meaning is that of [Category.Meaning].
func (r Retry) Meaning() string {
	switch r {
	case "no":
		return "sending it again never helps"
	case "after-change":
		return "change what is wrong first, then send it again"
	case "after-wait":
		return "wait until the state ends, then send it again"
	case "backoff":
		return "send it again a few times, with growing pauses"
	case "unknown":
		return "nobody can tell whether sending it again helps"
	}
	return ""
}

// Meaning is that of [Category.Meaning].
func (f Fault) Meaning() string {
	switch f {
	case "caller":
		return "whoever wrote or runs the call"
	case "account":
		return "somebody with rights over the account"
	case "service":
		return "the vendor"
	}
	return ""
}
