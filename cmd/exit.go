package cmd

import (
	"errors"
	"io"
)

// The exit statuses, the same for every command and format.
const (
	statusFound       = 0
	statusMissing     = 1
	statusTrouble     = 2 // wrong usage, or reading or writing failed
	statusInterrupted = 130
)

// exitStatus returns the status that an error stands for.
func exitStatus(err error) int {
	var missing notFoundError
	switch {
	case err == nil, closedPipe(err):
		return statusFound
	case errors.As(err, &missing):
		return statusMissing
	default:
		return statusTrouble
	}
}

// A notFoundError says what was not found, and what to try; it may say
// nothing, where that is told already.
type notFoundError struct{ message string }

func (e notFoundError) Error() string { return e.message }

// A usageError says what is wrong with the command line.
type usageError struct {
	problem string
	next    string // what to do instead
}

func (e usageError) Error() string {
	if e.next == "" {
		return e.problem
	}
	return e.problem + "; " + e.next
}

// An outputError is a write that failed, of answers or notes.
type outputError struct{ cause error }

func (e *outputError) Error() string { return "cannot write the output: " + reason(e.cause) }
func (e *outputError) Unwrap() error { return e.cause }

// outputWriter marks the errors of a stream, so that they are known as such
// whatever they come through.
type outputWriter struct{ w io.Writer }

func (o outputWriter) Write(p []byte) (int, error) {
	n, err := o.w.Write(p)
	if err != nil {
		err = &outputError{err}
	}
	return n, err
}

// closedPipe reports whether a stream has lost its reader, who has seen
// enough: no failure.
func closedPipe(err error) bool {
	var out *outputError
	return errors.As(err, &out) && (isClosedPipe(out.cause) || errors.Is(out.cause, io.ErrClosedPipe))
}
