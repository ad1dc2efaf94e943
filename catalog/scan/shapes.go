package scan

// A shape is a way of writing errors.
type shape interface {
	needles() []string                       // a record without any of these never reaches find
	find(rec *record, found func(candidate)) // no error: half a body gives what it holds
}

// shapes lists the ways of writing errors in the order in which they are asked.
func shapes() []shape {
	return []shape{jsonShape{}, sdkShape{}, tokenShape{}}
}

// A candidate is what a shape found: an error at its place in a record.
type candidate struct {
	code, message, requestID string
	status                   int
	at                       int // offset of the code in the record's text
	confidence               Confidence
}
