package tables

import (
	"strings"
	"testing"
)

func TestCleanText(t *testing.T) {
	tests := []struct{ cell, want string }{
		{"Plain text.", "Plain text."},
		{`The Specified parameter \”Token\” is not valid.`, `The Specified parameter "Token" is not valid.`},
		{`The Specified parameter \”Password\” is not valid.”`, `The Specified parameter "Password" is not valid.`},
		{"it doesn’t", "it doesn't"},
		{"‘a’ “b” „c‟", `'a' "b" "c"`},
		{`say \"no\" and \'yes\'`, `say "no" and 'yes'`},
		{`"all of it"`, `"all of it"`},
		{`"first" and last" `, `"first" and last`},
		{`"`, ""},
		{`C:\temp`, `C:\temp`},
		{"one<br>two<BR/>three<br />four< br >five", "one two three four< br >five"},
		{"<b>", "<b>"},
		{"a < b <", "a < b <"},
		{"&lt;name&gt; &amp; &#39;x&#39; &quot;y&quot;&nbsp;z", `<name> & 'x' "y" z`},
		{"/?a=1&region=cn&copy", "/?a=1&region=cn&copy"},
		{"&unknown; & &;", "&unknown; & &;"},
		{"  many \t kinds\r\nof\u00a0white\u3000space ", "many kinds of white space"},
		{"no\u200bthing\x1b\ufeff \u202eseen\u00ad", "nothing seen"},
		{"说明：余额不足。", "说明：余额不足。"},
		{"bad \xff byte", "bad \ufffd byte"},
		{"", ""},
	}
	for _, test := range tests {
		if got := cleanText(test.cell); got != test.want {
			t.Errorf("%q: %q, want %q", test.cell, got, test.want)
		}
	}
}

func TestCleanCode(t *testing.T) {
	tests := []struct{ cell, want string }{
		{" Forbbiden.SubUser ", "Forbbiden.SubUser"},
		{"InvalidInstanceId. RegionMismatch", "InvalidInstanceId. RegionMismatch"},
		{"Invalid&lt;parameter&gt;.Malformed", "Invalid<parameter>.Malformed"},
		{"Two<br>Words", "Two Words"},
		{"Odd”Code’", "Odd”Code’"},
		{`Odd\"Code"`, `Odd\"Code"`},
		{"00010", "00010"},
	}
	for _, test := range tests {
		if got := cleanCode(test.cell); got != test.want {
			t.Errorf("%q: %q, want %q", test.cell, got, test.want)
		}
	}
}

func TestInline(t *testing.T) {
	tests := []struct{ cell, want string }{
		{"Plain text.", "Plain text."},
		{`LX\_REQUEST\_TOKEN \\ \* \a`, `LX_REQUEST_TOKEN \ * \a`},
		{"`code` and ``a`b`` and `a \\| b` and `\\_`", "code and a`b and a | b and \\_"},
		{"`open and ``shut`", "open and ``shut"},
		{"`open", "`open"},
		{"[text](https://example.com/a_(b)) end", "text end"},
		{"![icon](a.png)[**bold** link](b)", "iconbold link"},
		{"[name] (not a link)", "[name] (not a link)"},
		{`\[a\](b) [c\](d)`, "[a](b) [c](d)"},
		{"**bold**, *thin*, __bold__ and _thin_", "bold, thin, bold and thin"},
		{"2 * 3 * 4, *** and **", "2 * 3 * 4, *** and **"},
		{"snake_case_name and a*b*c", "snake_case_name and a*b*c"},
		{"<parameter name\\> <InstanceId> <b>x</b> <a href=\"y\">z</a> <br>", "<parameter name> <InstanceId> x z <br>"},
		{"a < b > c", "a < b > c"},
		{"*", "*"},
		{"", ""},
	}
	for _, test := range tests {
		if got := inline(test.cell); got != test.want {
			t.Errorf("%q: %q, want %q", test.cell, got, test.want)
		}
	}
}

// TestInlineUnclosed reads long runs of marks that nothing closes: they stay
// as they are, in time that grows with their number.
func TestInlineUnclosed(t *testing.T) {
	for _, mark := range []string{"[", "![", "<", "*", "**a ", "_a", "`", "[](", "<a "} {
		cell := strings.Repeat(mark, 1<<14)
		if got := inline(cell); got != cell {
			t.Errorf("a run of %q is changed: %.40q", mark, got)
		}
	}
}
