package cmd

import "testing"

func TestColour(t *testing.T) {
	type vars = map[string]string
	for _, tt := range []struct {
		name     string
		choice   string
		vars     vars
		terminal bool
		want     bool
	}{
		{"a terminal", "auto", vars{"TERM": "xterm"}, true, true},
		{"no terminal", "auto", vars{"TERM": "xterm"}, false, false},
		{"always beats all", "always", vars{"NO_COLOR": "1", "TERM": "dumb", "CLICOLOR": "0"}, false, true},
		{"never beats all", "never", vars{"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "TERM": "xterm"}, true, false},
		{"NO_COLOR with any value", "auto", vars{"NO_COLOR": "0", "TERM": "xterm"}, true, false},
		{"NO_COLOR beats FORCE_COLOR", "auto", vars{"NO_COLOR": "1", "FORCE_COLOR": "1", "TERM": "xterm"}, true, false},
		{"an empty NO_COLOR is unset", "auto", vars{"NO_COLOR": "", "TERM": "xterm"}, true, true},
		{"FORCE_COLOR", "auto", vars{"FORCE_COLOR": "1"}, false, true},
		{"FORCE_COLOR=0 forces nothing", "auto", vars{"FORCE_COLOR": "0", "TERM": "xterm"}, false, false},
		{"CLICOLOR_FORCE beats CLICOLOR and TERM", "auto", vars{"CLICOLOR_FORCE": "yes", "CLICOLOR": "0", "TERM": "dumb"}, false, true},
		{"CLICOLOR=0", "auto", vars{"CLICOLOR": "0", "TERM": "xterm"}, true, false},
		{"CLICOLOR=1 changes nothing", "auto", vars{"CLICOLOR": "1", "TERM": "xterm"}, false, false},
		{"TERM=dumb", "auto", vars{"TERM": "dumb"}, true, false},
		{"TERM unset", "auto", vars{}, true, false},
		{"TERM empty", "auto", vars{"TERM": ""}, true, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			env, _, _ := testEnv("", tt.vars)
			if got := env.colour(tt.choice, tt.terminal); got != tt.want {
				t.Errorf("colour(%q, %v) = %v with %v", tt.choice, tt.terminal, got, tt.vars)
			}
		})
	}
}

func TestUTF8(t *testing.T) {
	type vars = map[string]string
	for _, tt := range []struct {
		vars vars
		want bool
	}{
		{vars{}, false},
		{vars{"LANG": "C"}, false},
		{vars{"LANG": "POSIX"}, false},
		{vars{"LANG": "en_US.UTF-8"}, true},
		{vars{"LANG": "en_US.utf8"}, true},
		{vars{"LANG": "ca_ES.UTF-8@valencia"}, true},
		{vars{"LANG": "de_DE.ISO-8859-15@euro"}, false},
		{vars{"LANG": "en_US.UTF-8", "LC_CTYPE": "C"}, false},
		{vars{"LANG": "C", "LC_CTYPE": "UTF-8"}, true}, // as macOS has it
		{vars{"LANG": "C", "LC_CTYPE": "C", "LC_ALL": "C.UTF-8"}, true},
		{vars{"LANG": "en_US.UTF-8", "LC_CTYPE": "en_US.UTF-8", "LC_ALL": "C"}, false},
		{vars{"LANG": "en_US.UTF-8", "LC_CTYPE": "", "LC_ALL": ""}, true},
	} {
		env, _, _ := testEnv("", tt.vars)
		if got := env.utf8(); got != tt.want {
			t.Errorf("utf8() = %v with %v", got, tt.vars)
		}
	}
}

func TestWidths(t *testing.T) {
	for _, tt := range []struct {
		name       string
		flag       int
		columns    string
		terminal   int // cells; 0: none
		page, note int
	}{
		{"nothing known", 0, "", 0, 80, 120},
		{"a terminal", 0, "", 100, 100, 100},
		{"a wide terminal", 0, "", 200, 200, 120},
		{"a narrow terminal is laid out as 20", 0, "", 12, 20, 20},
		{"COLUMNS beats the terminal", 0, "60", 100, 60, 60},
		{"COLUMNS without a terminal", 0, "60", 0, 60, 120},
		{"COLUMNS too small", 0, "19", 100, 100, 100},
		{"COLUMNS no number", 0, "wide", 100, 100, 100},
		{"COLUMNS empty", 0, "", 100, 100, 100},
		{"the flag beats all", 30, "60", 100, 30, 30},
		{"the flag without a terminal", 150, "", 0, 150, 150},
	} {
		t.Run(tt.name, func(t *testing.T) {
			env, _, _ := testEnv("", map[string]string{"COLUMNS": tt.columns})
			env.Width = func() int { return tt.terminal }
			if got := env.pageWidth(tt.flag); got != tt.page {
				t.Errorf("pageWidth = %d, want %d", got, tt.page)
			}
			if got := env.noteWidth(tt.flag, tt.terminal > 0, env.Width); got != tt.note {
				t.Errorf("noteWidth = %d, want %d", got, tt.note)
			}
		})
	}
}
