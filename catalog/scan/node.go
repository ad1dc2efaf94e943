package scan

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
