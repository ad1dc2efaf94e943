package scan

import (
	"bytes"
	"strings"
)

// sdkShape is the block that the aliyun command and the Go SDK print: a head,
// then a label and its value on each line.
type sdkShape struct{}

const sdkHead = "SDK.ServerError"

func (sdkShape) needles() []string { return []string{sdkHead} }

func (sdkShape) find(rec *record, found func(candidate)) {
	if !isBlock(rec.text) {
		return
	}
	var c candidate
	for _, l := range rec.lines {
		text, _, _ := bytes.Cut(rec.text[l.at:], []byte("\n"))
		label, value, ok := splitLabel(text)
		if !ok {
			continue
		}
		switch string(label) {
		case "ErrorCode":
			c.code = string(value)
			c.at = l.at + bytes.Index(text, value)
		case "RequestId":
			c.requestID = string(value)
		case "Message":
			c.message = string(value)
		}
	}
	if c.code != "" {
		found(c)
	}
}

// isBlock reports whether a record begins with the head of an SDK's block.
func isBlock(text []byte) bool {
	first, _, _ := bytes.Cut(text, []byte("\n"))
	return bytes.HasSuffix(bytes.TrimRight(first, " \t"), []byte(sdkHead))
}

// splitLabel cuts "Label: value" at the beginning of a line.
func splitLabel(text []byte) (label, value []byte, ok bool) {
	label, value, ok = bytes.Cut(text, []byte(":"))
	return label, bytes.TrimSpace(value), ok
}

func blockLabel(label []byte) bool {
	return strings.Contains(" ErrorCode Recommend RequestId Message RespHeaders AccessDeniedDetail ", " "+string(label)+" ")
}
