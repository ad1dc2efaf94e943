//go:build !windows

package cmd

import (
	"errors"
	"syscall"
)

// isClosedPipe reports whether writing failed because the pipe's reader has gone.
func isClosedPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
