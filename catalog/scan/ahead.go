package scan

import (
	"bytes"
	"errors"
	"io"
	"iter"
)

// A Block is a piece of input, with the places where an error may be if they
// were looked for ahead.
type Block struct {
	// Data is the piece as it came, valid until the next is asked for.
	Data []byte

	hits     []int
	searched bool // it ends with a line, and hits are all there are
}

// blockSize is how much is read at once. It stays in the processor's cache.
const blockSize = 128 << 10

// Ahead yields an input block by block, to be given to WriteBlock, and last the
// error of reading if it is not the end. A goroutine of its own reads, and
// searches with the filter while the Scanner is busy with what came before.
func (s *Scanner) Ahead(r io.Reader) iter.Seq2[Block, error] {
	return func(yield func(Block, error) bool) {
		type piece struct {
			Block
			err error
		}
		pieces, free, stop := make(chan piece), make(chan Block, 2), make(chan struct{})
		defer close(stop)
		free <- Block{Data: make([]byte, blockSize)}
		free <- Block{Data: make([]byte, blockSize)}
		go func() {
			defer close(pieces)
			var rest []byte // of a line that has not ended
			for {
				var b Block
				select {
				case b = <-free:
				case <-stop: // nobody wants more
					return
				}
				data := b.Data[:cap(b.Data)]
				n, err := r.Read(data[copy(data, rest):])
				data = data[:len(rest)+n]
				end := bytes.LastIndexByte(data, '\n') + 1
				if end == 0 || err != nil {
					end = len(data) // a long line is passed on as it comes
				}
				rest = append(rest[:0], data[end:]...)
				b = Block{Data: data[:end], hits: b.hits[:0]}
				select {
				case pieces <- piece{b, err}: // the Scanner waits: it shall search itself
				default:
					s.searchAhead(&b)
					select {
					case pieces <- piece{b, err}:
					case <-stop:
						return
					}
				}
				if err != nil {
					return
				}
			}
		}()
		for p := range pieces {
			if len(p.Data) > 0 && !yield(p.Block, nil) || p.err != nil && !errors.Is(p.err, io.EOF) && !yield(Block{}, p.err) {
				return
			}
			free <- p.Block
		}
	}
}

// searchAhead notes the places that the filter finds in a block. Where codes are
// looked up word by word, that is left to the Scanner.
func (s *Scanner) searchAhead(b *Block) {
	if b.searched = !s.filter.many && bytes.HasSuffix(b.Data, []byte("\n")); b.searched {
		b.hits = s.filter.find(b.hits, b.Data, 0, len(b.Data), nil)
	}
}
