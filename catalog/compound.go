package catalog

// A state lock, a time zone and an abstract class share their words with the
// troubles of a table that knows locks, zones and classes, and are none of them.

// inCompound reports whether word i makes with a neighbour the name of something
// that is none of ours.
func (s *Set) inCompound(words []token, i int) bool {
	for _, j := range [...]int{i - 1, i} {
		if j < 0 || j+1 >= len(words) {
			continue
		}
		a, b := singular(words[j].text), singular(words[j+1].text)
		if lists(elsewhereCompounds, a+"-"+b) && !s.names(stem(a), stem(b)) {
			return true
		}
	}
	return false
}

// maxNamed is the number of entries that are asked whether they name something.
const maxNamed = 1 << 10

// names reports whether the code or the message of an entry has two stems as
// neighbours.
func (s *Set) names(a, b string) bool {
	for _, x := range s.indexes {
		i, j := x.findWord(a), x.findWord(b)
		if i < 0 || j < 0 {
			continue
		}
		if x.count(i) > x.count(j) {
			i, j = j, i
		}
		one, other := x.postingsOf(i), x.postingsOf(j)
		for range maxNamed {
			if !one.next() || !other.seek(one.entry) {
				break
			}
			if one.entry == other.entry && one.fields&other.fields&(inCode|inMessage) != 0 &&
				(neighbours(x.code(one.entry), a, b) || neighbours(x.text(x.rows, one.entry*entrySize+atMessage), a, b)) {
				return true
			}
		}
	}
	return false
}

// neighbours reports whether a text has two stems side by side.
func neighbours(text, a, b string) bool {
	stems := stemsOf(tokens(text))
	for i := 1; i < len(stems); i++ {
		if stems[i-1] == a && stems[i] == b {
			return true
		}
	}
	return false
}
