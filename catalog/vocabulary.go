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
