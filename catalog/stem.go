package catalog

import "strings"

// stem returns what the forms of an English word have in common ("locked",
// "locks", "locking"). It is light on purpose: a stemmer that goes further
// takes "balancer" for "balance". Words of other scripts stay as they are.
func stem(w string) string {
	if len(w) < 4 || !plain(w) || w[0] < 'a' {
		return w
	}
	if base, ok := irregular(w); ok {
		w = base
	}
	w = singular(w)
	for _, e := range [...]struct{ ending, base string }{
		{"ability", "able"},
		{"ibility", "ible"},
		{"ification", "ify"},
		{"ization", "ize"},
		{"isation", "ize"},
		{"ation", "ate"},
		{"ition", "ite"},
		{"sion", "s"},
		{"tion", "t"},
		{"ciency", "cient"},
		{"ement", "e"},
		{"ment", ""},
		{"ingly", ""},
		{"edly", ""},
		{"ally", "al"},
		{"ly", ""},
		{"ewal", "ew"},
		{"ness", ""},
		{"ied", "y"},
		{"ed", ""},
		{"ing", ""},
		{"ise", "ize"},
		{"ity", ""},
	} {
		base, ok := strings.CutSuffix(w, e.ending)
		if !ok || len(base) < 3 || !strings.ContainsAny(base, "aeiouy") ||
			e.ending == "ed" && strings.HasSuffix(base, "e") || e.ending == "ly" && len(base) < 4 {
			continue // too little is left, or it is no ending ("string", "exceed", "apply")
		}
		w = base + e.base
		if e.ending == "ed" || e.ending == "ing" {
			w = undouble(w)
		}
		break
	}
	if len(w) > 3 {
		w = strings.TrimSuffix(w, "e")
	}
	if len(w) > 3 && w[len(w)-1] == 'y' && !strings.ContainsRune("aeiou", rune(w[len(w)-2])) {
		w = w[:len(w)-1] + "i"
	}
	return w
}

// singular drops the ending of a regular plural, or of a verb's third person.
func singular(w string) string {
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "xes"):
		return w[:len(w)-2]
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		return w[:len(w)-1]
	}
	return w
}

// undouble drops the letter that an ending doubled: "running", "stopped".
func undouble(w string) string {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("lsz", rune(w[n-1])) {
		return w[:n-1]
	}
	return w
}

// irregular returns the base of a form that no rule makes.
func irregular(w string) (base string, ok bool) {
	switch w {
	case "bought":
		return "buy", true
	case "paid":
		return "pay", true
	case "sent":
		return "send", true
	case "forgot", "forgotten":
		return "forget", true
	case "lost":
		return "lose", true
	case "kept":
		return "keep", true
	case "chose", "chosen":
		return "choose", true
	case "took", "taken":
		return "take", true
	case "wrote", "written":
		return "write", true
	case "given", "gave":
		return "give", true
	case "made":
		return "make", true
	case "left":
		return "leave", true
	case "found":
		return "find", true
	case "froze", "frozen":
		return "freeze", true
	case "broke", "broken":
		return "break", true
	case "began", "begun":
		return "begin", true
	case "built":
		return "build", true
	case "spent":
		return "spend", true
	case "used", "using":
		return "use", true
	case "forbade", "forbidden":
		return "forbid", true
	case "denied", "denial":
		return "deny", true
	case "refusal":
		return "refuse", true
	case "days":
		return "day", true
	case "does", "did", "done", "doing":
		return "do", true
	case "has", "had", "having":
		return "have", true
	case "goes", "went", "gone", "going":
		return "go", true
	case "said":
		return "say", true
	case "told":
		return "tell", true
	case "thought":
		return "think", true
	case "running":
		return "run", true
	case "failure":
		return "fail", true
	case "auth", "authorisation", "authorise", "authorised":
		return "authorize", true
	}
	return w, false
}
