package scan

import "encoding/binary"

// samples find needles that are too short for the windows, among them the names
// of fields. Of five bytes there are three parts of three bytes, and one of them
// begins where three divides the offset. So only every third place is looked at,
// eight of them before the next branch.
type samples struct {
	first *[1 << sampleBits]uint8 // by the hash of three bytes: the first of the list, 0 none
	list  []sample
}

// A sample is three bytes of a needle, so far behind its beginning.
type sample struct {
	needle
	behind int
	next   uint8 // with the same hash, 0 none
}

const (
	sampleBits = 14
	step       = 3
	stride     = 8 * step
)

// sampleHash returns the place of the first three of four bytes in the table.
func sampleHash(x uint32) uint32 { return x * 0x3779b100 >> (32 - sampleBits) }

func newSamples(needles []needle) *samples {
	p := &samples{first: new([1 << sampleBits]uint8), list: []sample{{}}}
	for _, n := range needles {
		at := rarest(n.s, sampled)
		for i := at; i < at+step; i++ {
			p.add(n, i, n.s[i:i+3])
		}
	}
	for behind, parts := range nameParts() {
		for _, s := range parts {
			p.add(needle{kind: fieldNeedle}, behind, s)
		}
		p.add(needle{kind: errorNeedle}, behind, "Error"[behind:behind+3])
	}
	return p
}

// sampled is how many bytes of a needle are needed.
const sampled = 5

// add puts three bytes of a needle into the table.
func (p *samples) add(n needle, behind int, s string) {
	first := &p.first[sampleHash(uint32(s[0])|uint32(s[1])<<8|uint32(s[2])<<16)]
	p.list = append(p.list, sample{n, behind, *first})
	*first = uint8(len(p.list) - 1)
}

// find appends the places of needles in data from an offset on, in no order.
func (p *samples) find(hits []int, data []byte, from int) []int {
	var places [64]uint32
	for at := from; ; {
		n, end := p.places(&places, data[at:])
		for _, i := range places[:n] {
			hits = p.look(hits, data, from, at+int(i), binary.LittleEndian.Uint32(data[at+int(i):]))
		}
		if at += int(end); len(data)-at <= stride {
			for ; at+3 <= len(data); at += step {
				hits = p.look(hits, data, from, at, uint32(data[at])|uint32(data[at+1])<<8|uint32(data[at+2])<<16)
			}
			return hits
		}
	}
}

// places finds samples, until there may be no room for more. It returns how many
// they are, and how far it came: at most a stride is left at the end.
func (p *samples) places(places *[64]uint32, text []byte) (n, end uint32) {
	first := p.first
	for ; int(end) < len(text)-stride && n <= uint32(len(places))-8; end += stride {
		t := text[int(end) : int(end)+stride+1]
		at := func(i int) uint8 { return first[sampleHash(binary.LittleEndian.Uint32(t[i:i+4]))] }
		if at(0)|at(3)|at(6)|at(9)|at(12)|at(15)|at(18)|at(21) == 0 {
			continue
		}
		for i := 0; i < stride; i += step {
			places[n%uint32(len(places))] = end + uint32(i)
			n += (uint32(at(i)) + 255) >> 8 // 1 if there is one, without a branch that cannot be foreseen
		}
	}
	return n, end
}

// look compares the needles that may have the three bytes at a place, the first
// of four.
func (p *samples) look(hits []int, data []byte, from, at int, four uint32) []int {
	for i := p.first[sampleHash(four)]; i != 0; i = p.list[i].next {
		n := &p.list[i]
		if start := at - n.behind; start >= from && n.in(data, start) {
			hits = append(hits, start)
		}
	}
	return hits
}
