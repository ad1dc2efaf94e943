package catalog

import "errors"

// The index file, little-endian throughout:
//
//	header    magic, version, counts, stamp of the source, name, date, origin
//	table     one record for each section: id, offset, length
//	sections  each aligned to 8 bytes
//
// A text is a reference: offset and length within the strings section, four
// bytes each. Unknown section ids are skipped, so a later version can add some.

// ErrFormat is wrapped by every error about a damaged or foreign index.
var ErrFormat = errors.New("not a usable catalog index")

const (
	magic   = "errcode\x00"
	version = 2 // of the format; another one is compiled anew from its source

	headerSize   = 112
	sectionSize  = 24 // of a record in the section table
	maxSections  = 64
	maxItems     = 1000 // of one list of an entry, so that a small file cannot cost much
	entrySize    = 40
	codeSize     = 12
	aliasSize    = 24
	familySize   = 12
	segmentSize  = 12
	messageSize  = 16
	templateSize = 24
	tokenSize    = 24
	gramSize     = 12

	statusFirst, statusEnd = 100, 600
)

// Offsets in the header.
const (
	atVersion  = 8
	atEntries  = 16
	atCodes    = 20
	atSections = 24
	atSize     = 32 // stamp: bytes of the source
	atTime     = 40 // stamp: its modification time, Unix nanoseconds; 0 where none is meant
	atHash     = 48 // stamp: its SHA-256
	atName     = 80
	atDate     = 88
	atOrigin   = 96
)

// Section ids, in the order in which they are written.
const (
	secStrings    = iota + 1 // texts, each once
	secEntries               // entrySize each, catalog order
	secLists                 // guidance that is a list of texts
	secCodes                 // folded code, entry; by folded code, then catalog order
	secAliases               // folded spelling, spelling, entry, kind; by folded spelling
	secFamilies              // folded head of a dotted code, entry; by head
	secSegments              // folded code from its second or later segment on, entry; sorted
	secStatuses              // start of each status 100..600, then entries by status
	secMessages              // hash of a folded message, entry, which of its messages; by hash
	secTemplates             // hash of a word, template that holds it, entry; by hash
	secTokens                // stem of a word, offset of its postings, how many; sorted
	secPostings              // varints: distance to the entry before, fields
	secGrams                 // trigram, how many codes and aliases hold it, offset of their list; sorted
	secGramCodes             // varints: distance to the code or alias before, aliases behind all codes
	secTokenGrams            // the same for the words of secTokens
	secGramTokens
	secMasks   // letters of each folded code, in the order of secCodes
	secPhrases // varints: how many keywords; for each how many words, how many of content, the words
	secEnd
)

var sectionNames = [secEnd]string{
	"", "strings", "entries", "lists", "codes", "aliases", "families", "segments", "statuses",
	"messages", "templates", "tokens", "postings", "grams", "gram codes", "token grams", "gram tokens", "masks", "phrases",
}

// Offsets in an entry.
const (
	atCode        = 0
	atMessage     = 8
	atDescription = 16
	atStatus      = 24 // two bytes
	atCategory    = 26 // one byte: place in Categories, from 1
	atRetry       = 27
	atFault       = 28
	atLists       = 32 // offset in the lists section plus one, 0 for no lists
	atPhrases     = 36 // offset in the phrases section plus one, 0 for no keywords
)

// Places of the list-valued guidance in a lists record: a mask of those that
// are there, then for each its count and its references. Live comes last and
// has five words for each item: code, status, message.
const (
	listAliases = iota
	listKeywords
	listTemplates
	listParameters
	listOperations
	listCauses
	listNextSteps
	listReferences
	listNotes
	listLive
)

const liveWords = 5

// A Stamp ties an index to the source that it was compiled from.
type Stamp struct {
	Size   int64    // bytes
	Time   int64    // modification time, Unix nanoseconds; 0 where only the content counts
	SHA256 [32]byte // of the content
}
