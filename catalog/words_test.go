package catalog

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"IncorrectDBInstanceState", "incorrect db instance state"},
		{"InvalidSecurityIPList.Format", "invalid security ip list format"},
		{"the IPs, IDs and VSwitches", "the ips ids and vswitches"},
		{"FORBIDDEN_RISK_CONTROL", "forbidden risk control"},
		{"can't, doesn’t 'quoted'", "cant doesnt quoted"},
		{"ClientToken 64 x2", "client token 64 x 2"},
		{"余额不足 RAM账号", "余额 额不 不足 ram 账号"},
		{"锁", "锁"},
		{"ＲＡＭ", "ram"},
		{"a--b//c", "a b c"},
		{"", ""},
		{"\xff\xfe ... ''", ""},
	} {
		var got []string
		for _, token := range tokens(c.text) {
			got = append(got, token.text)
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("tokens(%q) = %s, want %s", c.text, got, c.want)
		}
	}
}

func TestShapes(t *testing.T) {
	for piece, want := range map[string]shape{
		"instance": plainWord, "pay-as-you-go": plainWord, "RAM": plainWord, "error:": plainWord, "64": plainWord, "don't": plainWord,
		"InvalidKey": codeWord, "InvalidKey.Malformed": codeWord, "account_password": codeWord, "dds.mongo.mid": codeWord,
		"dds-2ze9f00aa11bb": valueWord, "127.0.0.1:27017": valueWord, "02:00Z-03:00Z": valueWord,
		"https://example.com": valueWord, "someone@example.com": valueWord, "9F1C77E2-0A3B": valueWord,
	} {
		if got := shapeOf(piece); got != want {
			t.Errorf("shapeOf(%q) = %d, want %d", piece, got, want)
		}
	}
}

func TestStem(t *testing.T) {
	for _, forms := range []string{
		"lock locks locked locking", "create creates created creating creation", "exceed exceeds exceeded exceeding",
		"authorize authorized authorization authorisation", "verify verifies verified verification", "deny denied denies denial",
		"expire expired expires expiring", "run running runs", "pay paid pays paying payment", "forbid forbidden forbade",
		"available availability", "identity identities", "address addresses", "renew renewal renewed", "quick quickly",
	} {
		list := strings.Fields(forms)
		for _, form := range list {
			if got, want := stem(form), stem(list[0]); got != want {
				t.Errorf("stem(%q) = %s, stem(%q) = %s", form, got, list[0], want)
			}
		}
	}
	for _, differ := range []string{"balance balancer", "string str", "apply app", "status state", "action act", "need ne", "class clas"} {
		a, b, _ := strings.Cut(differ, " ")
		if stem(a) == stem(b) {
			t.Errorf("stem(%q) and stem(%q) are both %s", a, b, stem(a))
		}
	}
}

// TestLists: each list has each word once, in lower case, sorted, and none in
// two that exclude one another.
func TestLists(t *testing.T) {
	sorted := map[string]string{
		"function": functionWords, "common": commonWords, "around": aroundWords,
		"elsewhere": elsewhereWords, "compounds": elsewhereCompounds, "pairs": commonPairs,
	}
	for name, list := range sorted {
		words := strings.Fields(list)
		for i, w := range words {
			if i > 0 && words[i-1] >= w {
				t.Errorf("%s words: %s behind %s", name, w, words[i-1])
			}
			if strings.ContainsFunc(w, unicode.IsUpper) || !lists(list, w) || lists(list, w+"x") && !slices.Contains(words, w+"x") {
				t.Errorf("%s words: %s is not found, or what begins with it is", name, w)
			}
			for other, list := range sorted {
				if name < other && lists(list, w) {
					t.Errorf("%s is one of the %s words and of the %s ones", w, name, other)
				}
			}
		}
		for _, w := range []string{"", "zzzz", "\n", " "} {
			if lists(list, w) {
				t.Errorf("%s words: %q is one", name, w)
			}
		}
	}
	for _, list := range []string{negations, statusSigns, generalEndings} {
		if words := strings.Fields(list); !slices.IsSorted(words) || slices.ContainsFunc(words, func(w string) bool { return !lists(list, w) }) {
			t.Errorf("not sorted, or a word is not found: %s", list)
		}
	}
	for _, list := range []string{synonyms, translations} {
		for line := range strings.Lines(list) {
			for _, w := range strings.Fields(line) {
				if len(synonymsOf(list, stem(w))) == 0 {
					t.Errorf("%s stands for nothing: %s", w, line)
				}
			}
		}
	}
}

// TestSimplify: each pair of the table is one, and a simplified form stays.
func TestSimplify(t *testing.T) {
	list := []rune(traditional)
	seen := map[rune]bool{}
	for i := 0; i+1 < len(list); i += 2 {
		from, to := list[i], list[i+1]
		if seen[from] || utf8.RuneLen(from) != 3 || utf8.RuneLen(to) != 3 {
			t.Errorf("%c stands twice, or its form %c has another length", from, to)
		}
		seen[from] = true
		if simplify(from) != to || simplify(to) != to {
			t.Errorf("simplify(%c) = %c, simplify(%c) = %c", from, simplify(from), to, simplify(to))
		}
	}
	if len(list)%2 != 0 || simplify('a') != 'a' {
		t.Error("a character without its form, or a letter that has one")
	}
}

func TestCutStatuses(t *testing.T) {
	for _, c := range []struct {
		text, rest string
		statuses   []StatusRange
	}{
		{"403 ram", "ram", []StatusRange{{403, 403}}},
		{"ram 4xx", "ram", []StatusRange{{400, 499}}},
		{"got HTTP status code 503: try later", "got try later", []StatusRange{{503, 503}}},
		{"server returned 500 for no reason", "server returned for no reason", []StatusRange{{500, 500}}},
		{"400 or 404", "or", []StatusRange{{400, 400}, {404, 404}}},
		{"keep it for 200 days", "keep it for 200 days", nil},
		{"The Capacity 300 provided", "The Capacity 300 provided", nil},
		{"no status", "no status", nil},
		{"", "", nil},
	} {
		rest, statuses := cutStatuses(c.text)
		if rest != c.rest || !slices.Equal(statuses, c.statuses) {
			t.Errorf("cutStatuses(%q) = %q, %v, want %q, %v", c.text, rest, statuses, c.rest, c.statuses)
		}
	}
}
