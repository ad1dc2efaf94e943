package catalog

import "testing"

func TestAbbreviates(t *testing.T) {
	for _, c := range []struct {
		text, code string
		share      float64
	}{
		{"invprefback", "InvalidPreferredBackupTime", 0.75},
		{"insufres", "InsufficientResourceCapacity", 2.0 / 3},
		{"zonenotfound", "InvalidZoneId.NotFound", 0.6},
		{"outstk", "OutOfStock", 2.0 / 3},
		{"incorrectstate", "IncorrectDBInstanceState", 0.5},
		{"ios", "OutOfStock", 0},                              // no word begins so
		{"stock", "OutOfStock", 0},                            // one word is no abbreviation
		{"ips", "InvalidPreferredBackupTimeStamp", 0},         // initials with gaps
		{"duplcert", "DuplicateGatewayCertificate.Time", 0.5}, // and not "t" for Time
		{"kubernetes", "InvalidKeyUbernetes", 0},
		{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A", 0},
	} {
		share, ok := abbreviates(c.text, tokens(c.code))
		if ok != (c.share > 0) || ok && share != c.share {
			t.Errorf("abbreviates(%q, %s) = %v, %v, want %v", c.text, c.code, share, ok, c.share)
		}
	}
}
