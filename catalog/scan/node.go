package scan

import "strings"

// A node is a value of a document, JSON and XML alike: a text, or members.
type node struct {
	key     string
	text    text // of a leaf, decoded
	quoted  bool // a string, not a bare word
	at      int  // where the value begins
	end     int  // behind the value
	list    bool // the members have no keys
	group   bool // an object or a list
	closed  bool // its end was there
	members []node
}

// A nodeList keeps the members of documents, those of an inner one behind those of
// the outer, and is used again for the next document.
type nodeList struct {
	open   []node // members of groups whose end was not read yet
	closed []node
}

// close returns the open members from a place on as those of their group.
func (l *nodeList) close(from int) []node {
	at := len(l.closed)
	l.closed = append(l.closed, l.open[from:]...)
	clear(l.open[from:])
	l.open = l.open[:from]
	return l.closed[at:len(l.closed):len(l.closed)]
}

// cut drops what was kept from a place on.
func (l *nodeList) cut(at int) {
	clear(l.closed[at:])
	l.closed = l.closed[:at]
	if at == 0 && cap(l.closed) > maxSpare { // of an odd input
		*l = nodeList{}
	}
}

// leaf returns the text of the first member with one of the keys.
func (n *node) leaf(keys ...string) string {
	for i := range n.members {
		for _, k := range keys {
			if n.members[i].key == k && !n.members[i].group {
				return n.members[i].text.s
			}
		}
	}
	return ""
}

// has reports whether a member has the key.
func (n *node) has(key string) bool {
	for i := range n.members {
		if n.members[i].key == key {
			return true
		}
	}
	return false
}

// only returns the text of a list that has nothing else in it, as the values of
// headers and of XML are kept; anything else is returned as it is.
func (n *node) only() *node {
	if !n.list || len(n.members) != 1 || n.members[0].group {
		return n
	}
	m := n.members[0]
	m.key = n.key
	return &m
}

// blanksRequest reports whether an object has a request ID that was blanked out.
func (n *node) blanksRequest() bool {
	for i := range n.members {
		if m := n.members[i].only(); !m.group && classify(m.key) == labelRequest {
			return isBlanked(m.text.s)
		}
	}
	return false
}

// isBlanked reports whether a value was made unreadable before it was shown.
func isBlanked(s string) bool {
	s = strings.Trim(s, " <>[](){}")
	return s != "" && (strings.Trim(s, "*#xX-.") == "" || strings.EqualFold(s, "redacted"))
}

// isProgram reports whether an object is a value in a program: a member is a call
// with a text, err: errors.New("...").
func (n *node) isProgram() bool {
	for i := range n.members {
		if m := &n.members[i]; !m.quoted && !m.group && strings.HasSuffix(m.text.s, `("`) {
			return true
		}
	}
	return false
}
