package catalog

import (
	"fmt"
	"sync/atomic"
)

// A section is a part of an index. Reads outside of it give zero, and the
// index remembers that it is damaged.
type section struct {
	data   string
	id     int
	damage *damage
}

func (s section) u16(off int) int {
	if off < 0 || off > len(s.data)-2 {
		s.damaged()
		return 0
	}
	d := s.data[off : off+2]
	return int(d[0]) | int(d[1])<<8
}

func (s section) u8(off int) int {
	if off < 0 || off >= len(s.data) {
		s.damaged()
		return 0
	}
	return int(s.data[off])
}

func (s section) u32(off int) int {
	if off < 0 || off > len(s.data)-4 {
		s.damaged()
		return 0
	}
	d := s.data[off : off+4]
	return int(d[0]) | int(d[1])<<8 | int(d[2])<<16 | int(d[3])<<24
}

func (s section) u64(off int) uint64 {
	return uint64(s.u32(off)) | uint64(s.u32(off+4))<<32
}

// slice returns the n bytes at off.
func (s section) slice(off, n int) string {
	if off < 0 || n < 0 || off > len(s.data)-n {
		s.damaged()
		return ""
	}
	return s.data[off : off+n]
}

func (s section) damaged() { s.damage.note(s.id) }

// damage remembers the first damaged section that was met, from any goroutine.
type damage struct {
	name string       // of the catalog
	id   atomic.Int32 // of the section, 0 for none
}

func (d *damage) note(id int) { d.id.CompareAndSwap(0, int32(id)) }

func (d *damage) err() error {
	if id := d.id.Load(); id != 0 {
		return fmt.Errorf("catalog %q: section %s is damaged: %w", d.name, sectionNames[id], ErrFormat)
	}
	return nil
}
