package cmd

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagError says in errcode's words what is wrong with a flag, with the flag
// that was probably meant.
func flagError(cmd *cobra.Command, err error) error {
	next := "for its flags: " + cmd.CommandPath() + " --help"
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	switch {
	case errors.Is(err, pflag.ErrHelp):
		return err
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			return usageError{fmt.Sprintf("unknown flag %s", quoted("-"+name)), next}
		}
		if near := nearFlag(cmd, name); near != "" {
			next = "did you mean --" + near + "?"
		}
		return usageError{fmt.Sprintf("unknown flag %s", quoted("--"+name)), next}
	case errors.As(err, &bare):
		return usageError{fmt.Sprintf("--%s needs a value", bare.GetFlag().Name), next}
	case errors.As(err, &wrong):
		return usageError{fmt.Sprintf("--%s takes %s, not %s", wrong.GetFlag().Name,
			typeName(wrong.GetFlag().Value.Type()), quoted(wrong.GetValue())), next}
	default:
		return usageError{short(err.Error()), next}
	}
}

func typeName(flagType string) string {
	switch flagType {
	case "int":
		return "a number"
	case "bool":
		return "true or false"
	default:
		return "a list"
	}
}

// nearFlag returns the command's flag whose name is one slip away, or begins
// so; "" for none.
func nearFlag(cmd *cobra.Command, name string) string {
	near := ""
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if oneSlip(name, f.Name) || len(name) > 2 && len(name) < len(f.Name) && f.Name[:len(name)] == name {
			near = f.Name
		}
	})
	return near
}
