package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/errcode/errcode/catalog"
)

// strong writes the matches of a search that are no weak guesses.
func strong(t *testing.T, set *catalog.Set, text string) string {
	t.Helper()
	var codes []string
	for m := range set.Search(text, catalog.Filter{}) {
		if m.Query != text || m.Score <= 0 || m.Score > 1 {
			t.Errorf("Search(%q): query %q, score %v", text, m.Query, m.Score)
		}
		if m.Score >= catalog.WeakScore {
			codes = append(codes, m.Entry.Code)
		}
	}
	return strings.Join(codes, ", ")
}

// bank has guidance, so that all fields are searched.
var bank = catalog.Source{
	Name: "bank",
	Entries: []catalog.Entry{
		{Code: "InsufficientBalance", Status: 400, Message: "Your account does not have enough balance.", Guidance: catalog.Guidance{
			Keywords: []string{"not enough money", "payment declined", "余额不足", "欠费"},
			Causes:   []string{"The card has expired."},
		}},
		{Code: "Frozen.Account", Status: 403, Message: "The account is locked.", Guidance: catalog.Guidance{
			Keywords: []string{"whitelist", "plan z", "unverified", "冻结"}, Parameters: []string{"AccountId"},
		}},
		{Code: "InvalidTransferTime.Format", Status: 400, Message: `The parameter "TransferTime" is not valid.`, Guidance: catalog.Guidance{
			Templates: []string{`The parameter "{parameter}" is not valid.`},
		}},
		{Code: "TransferLimitExceeded", Status: 403, Message: "Exceeding the daily number of transfers from account A-1."},
		{Code: "InvalidReceiver", Status: 404, Message: "The receiver does not exist.", Guidance: catalog.Guidance{
			Keywords: []string{"problem with the receiver", "different problem"},
		}},
		{Code: "ServiceDown", Status: 503, Message: "The receiver does not exist."},
	},
}

func TestSearch(t *testing.T) {
	for _, c := range []struct {
		name string
		src  catalog.Source
		text string
		want string
	}{
		{"code", shop, "OutOfStock", "OutOfStock"},
		{"words of the message", shop, "the owner is missing", "MissingField"},
		{"one word", shop, "administrator", "Forbiden.NoAdmin"},
		{"shortened words", shop, "InvTmRnge", "InvalidTime.Range.Start"},
		{"shortened words, all of them", shop, "OutStk", "OutOfStock"},
		{"another trade", shop, "kubernetes", ""},
		{"nothing", shop, "", ""},

		{"status alone", bank, "403", "Frozen.Account, TransferLimitExceeded"},
		{"status and word", bank, "403 account", "Frozen.Account"},
		{"the word first", bank, "account 403", "Frozen.Account"},
		{"class", bank, "http 4xx balance", "InsufficientBalance"},
		{"status without an entry", bank, "418 balance", ""},
		{"status and code", bank, "404 InvalidReceiver", "InvalidReceiver"},
		{"a quantity is no status", bank, "no more than 300 transfers a day, limit exceeded", "TransferLimitExceeded"},
		{"message", bank, "your account does not have enough balance", "InsufficientBalance"},
		{"message of two rows", bank, "The receiver does not exist.", "InvalidReceiver, ServiceDown"},
		{"message in a frame", bank, "Error: [SDK] code: 503, The receiver does not exist. request id: 77-AA", "ServiceDown"},
		{"template", bank, `The parameter "Amount" is not valid. RequestId: 0B6A-11`, "InvalidTransferTime.Format"},
		{"other values", bank, "Exceeding the daily number of transfers from account B-77123.", "TransferLimitExceeded"},
		{"misspelt message", bank, "exeeding the dayly numbr of transfers from acount", "TransferLimitExceeded"},
		{"piece", bank, "daily number of trans", "TransferLimitExceeded"},
		{"piece of function words", bank, "account does not have", "InsufficientBalance"},
		{"mistyped code", bank, "InsuficientBalence", "InsufficientBalance"},
		{"mistyped, words apart", bank, "transfr limit exceded", "TransferLimitExceeded"},
		{"beginning", bank, "InvalidTransfer", "InvalidTransferTime.Format"},
		{"initials", bank, "TLE", "TransferLimitExceeded"},
		{"keyword", bank, "money", "InsufficientBalance"},
		{"inflected", bank, "declining payments", "InsufficientBalance"},
		{"two words for one", bank, "white list", "Frozen.Account"},
		{"denied word", bank, "who is not yet verified", "Frozen.Account"},
		{"synonym", bank, "account frozen", "Frozen.Account"},
		{"in one's own words", bank, "the customer says that he has not got enough money", "InsufficientBalance"},
		{"a cause is a weak reason", bank, "card", ""},
		{"Chinese", bank, "我的余额不足了", "InsufficientBalance"},
		{"Chinese for an English table", bank, "账号被锁定", "Frozen.Account"},
		{"Chinese about something else", bank, "今天天气怎么样", ""},
		{"shares one word", bank, "balance of power in medieval europe", ""},
		{"code of something else", bank, "InvalidBucketName", ""},
		{"function words", bank, "what is it that they are", ""},
		{"a function word", bank, "not", ""},
		{"status with words around", bank, "http 503 since monday", "ServiceDown"},
		{"status with a word of any matter", bank, "403 problem", "Frozen.Account, TransferLimitExceeded"},
		{"status with function words", bank, "503 what is it", "ServiceDown"},
		{"status with a word of something else", bank, "503 nginx", ""},
		{"traditional characters", bank, "我的餘額不足了", "InsufficientBalance"},
		{"thing that shares a word", bank, "account lock screen", ""},
		{"number of another program", bank, "not enough money ORA-12541", ""},
		{"IDs", bank, "0x80070005 9F1C77E2-0A3B", ""},
		{"words of any matter", bank, "what is the problem", ""},
		{"words of any matter, a keyword", bank, "a different problem", "InvalidReceiver"},
		{"a letter", bank, "z-z", ""},
		{"statuses that overlap", bank, "4xx account 403", "Frozen.Account"},
	} {
		if got := strong(t, catalog.NewSet(open(t, c.src)), c.text); got != c.want {
			t.Errorf("%s: Search(%q) = %s, want %s", c.name, c.text, got, c.want)
		}
	}
}

// TestSearchFilter: filters choose among the answers, and a status asked for
// among what they leave.
func TestSearchFilter(t *testing.T) {
	set := catalog.NewSet(open(t, bank))
	only := catalog.Filter{Statuses: []catalog.StatusRange{{Low: 403, High: 403}}}
	for text, want := range map[string]string{
		"account":     "Frozen.Account",
		"404 account": "",
		"4xx account": "Frozen.Account",
		"balance":     "",
	} {
		var codes []string
		for m := range set.Search(text, only) {
			if m.Score >= catalog.WeakScore {
				codes = append(codes, m.Entry.Code)
			}
		}
		if got := strings.Join(codes, ", "); got != want {
			t.Errorf("Search(%q) with status 403 = %s, want %s", text, got, want)
		}
	}
}

// TestSearchOrder: matches come best first, none twice, and those that are no
// weak guesses before those that are, however many there are.
func TestSearchOrder(t *testing.T) {
	many, embedded := catalog.NewSet(open(t, synthetic(3000))), catalog.NewSet(openBuiltin(t))
	for _, c := range []struct {
		set   *catalog.Set
		text  string
		least int // matches
	}{
		{many, "backup", 30},
		{many, "backup period", 30},
		{many, "snapshot of the security list", 30},
		{many, "InvalidBackup", 30},
		{many, "parameter 17", 30},
		{many, "the specified item", 30},
		{many, "the", 0},
		{many, "not in", 0},
		{many, "z", 0},
		{embedded, "help", 1},
		{embedded, "format backup", 2},
		{embedded, "instances the db", 3},
		{embedded, "403 4xx", 4},
		{embedded, "404 instance terraform available", 1},
	} {
		found, answers := ordered(t, c.set, c.text), slices.Collect(c.set.Answers(c.text, catalog.Filter{}))
		if len(found) < c.least {
			t.Errorf("Search(%q): only %d matches", c.text, len(found))
		}
		for i, m := range found {
			if i < len(answers) && answers[i].Entry.Key() != m.Entry.Key() || (i < len(answers)) != (m.Score >= catalog.WeakScore) {
				t.Fatalf("Answers(%q) and Search differ at match %d of %d", c.text, i, len(answers))
			}
		}
	}
}

// ordered returns what a search finds, and fails where the matches are none of
// this text, not in order or not in the range of scores, or where one comes twice.
func ordered(t testing.TB, set *catalog.Set, text string) []catalog.Match {
	t.Helper()
	last, seen := 1.0, map[catalog.Key]bool{}
	var found []catalog.Match
	for m := range set.Search(text, catalog.Filter{}) {
		if !(m.Score > 0 && m.Score <= last) || m.Query != text { // not a number fails too
			t.Fatalf("Search(%q): score %v after %v, query %q", text, m.Score, last, m.Query)
		}
		if seen[m.Entry.Key()] {
			t.Fatalf("Search(%q): %s twice", text, m.Entry.Code)
		}
		last, seen[m.Entry.Key()] = m.Score, true
		found = append(found, m)
	}
	return found
}

// TestSearchPrunes: leaving out what cannot be among the best changes nothing.
func TestSearchPrunes(t *testing.T) {
	few, many := synthetic(70), synthetic(4000)
	for i := range few.Entries { // the best answers stand at the end of many
		few.Entries[i].Message += " Rare gem."
	}
	many.Entries = append(many.Entries, few.Entries...)
	set := catalog.NewSet(open(t, many))
	var got []string
	for m := range set.Search("specified rare gem item", catalog.Filter{}) {
		if m.Score < catalog.WeakScore {
			break
		}
		got = append(got, m.Entry.Code)
	}
	if len(got) != len(few.Entries) {
		t.Errorf("%d answers, want %d", len(got), len(few.Entries))
	}
	for _, e := range few.Entries {
		if !slices.Contains(got, e.Code) {
			t.Errorf("%s is missing", e.Code)
		}
	}
}

func TestHighlight(t *testing.T) {
	set := catalog.NewSet(open(t, bank))
	for _, c := range []struct{ text, code, message, other string }{
		{"InvalidTransferTime.Format", "InvalidTransferTime|Format", "TransferTime", ""},
		{"balance", "Balance", "balance", "money"},
		{"accounts locked 403", "Frozen|Account", "account|locked", ""},
		{"enough blance", "Balance", "enough|balance", ""},
		{"your  ACCOUNT does not", "", "Your account does not", ""},
		{"TLE", "TransferLimitExceeded", "", ""},
		{"TransferLimtExceeded", "TransferLimitExceeded", "Exceeding|transfers", ""},
		{"余额不足", "InsufficientBalance", "enough|balance", "余额不足"},
		{"declined", "", "", "declined"},
	} {
		found := slices.Collect(set.Search(c.text, catalog.Filter{}))
		if len(found) == 0 {
			t.Errorf("Search(%q) finds nothing", c.text)
			continue
		}
		e := found[0].Entry
		h := set.Highlighter(c.text)(e)
		code, message, other := marked(e.Code, h.Code), marked(e.Message, h.Message), strings.Join(h.Other, "|")
		if code != c.code || message != c.message || other != c.other {
			t.Errorf("Highlighter(%q)(%s) = %q, %q, %q, want %q, %q, %q", c.text, e.Code, code, message, other, c.code, c.message, c.other)
		}
	}
}

// marked writes the marked pieces of a text.
func marked(text string, spans []catalog.Span) string {
	var pieces []string
	for _, s := range spans {
		pieces = append(pieces, text[s.From:s.To])
	}
	return strings.Join(pieces, "|")
}

// FuzzSearch: whatever is asked, scores are in order, matches of this text, and
// highlights lie inside the texts.
func FuzzSearch(f *testing.F) {
	set := catalog.NewSet(open(f, everything()), open(f, bank))
	for _, text := range []string{
		"enough money", "403 ram", "余额不足 http", "InvTmRnge", "\xff\xfe'’", "A.B_C-D:E/F", "the of and", "İstanbul ǅ",
		"Error: [SDK] code: 503, The receiver does not exist.", "{a}/{b}", "Forbiden.NoAdmn", "403 4xx", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		highlight := set.Highlighter(text)
		for i, m := range ordered(t, set, text) {
			if i == 3 {
				break
			}
			h := highlight(m.Entry)
			inside(t, m.Entry.Code, h.Code)
			inside(t, m.Entry.Message, h.Message)
		}
	})
}

func inside(t *testing.T, text string, spans []catalog.Span) {
	t.Helper()
	end := 0
	for _, s := range spans {
		if s.From < end || s.To <= s.From || s.To > len(text) {
			t.Fatalf("spans %v in %q", spans, text)
		}
		end = s.To
	}
}
