// Errcode explains the error codes of cloud APIs, offline: what an error on
// the screen means and what to do next. Run errcode help for its commands.
package main

import (
	"os"

	"github.com/errcode/errcode/cmd"
)

func main() {
	os.Exit(cmd.Main())
}
