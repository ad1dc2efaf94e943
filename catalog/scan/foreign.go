package scan

import (
	"slices"
	"strings"
)

// Other providers use some of the same words. Where their mark stands beside a
// code, the code is theirs, and the catalogs say nothing about it.

// foreignObject reports whether an object is another provider's error.
func foreignObject(n *node, up outer) bool {
	switch {
	case n.has("__type"), n.has("ResponseMetadata"), n.has("$metadata"), n.leaf("kind") == "Status":
		return true
	case up.key == "error" && n.has("code"), up.key == "Error" && strings.HasSuffix(up.parent, "Response"):
		return true
	case up.key == "Error" && up.parent == "Errors": // of EC2
		return true
	case strings.Contains(n.leaf("Message", "message"), "\nRequestId:") && strings.Contains(n.leaf("Message", "message"), "\nTime:"): // of Azure's storage
		return true
	case n.leaf("Type") == "Sender" || n.leaf("Type") == "Receiver":
		return true
	}
	host := n.leaf("HostId")
	if !strings.Contains(host, ".") && (len(host) > 40 || n.key == "Error" && n.has("Resource")) { // S3 and what speaks like it
		return true
	}
	for i := range n.members {
		m := &n.members[i]
		if foreignKey(m.key) || m.list && slices.ContainsFunc(m.members, foreignFrame) {
			return true
		}
		if !m.group && len(m.text.s) < 200 && strings.Contains(m.text.s, ".") && classify(m.key) != labelMessage && foreignMark(m.text.sifted) {
			return true
		}
	}
	return false
}

// foreignFrame reports whether an item of a list is a frame of another provider's
// client, as an error's stack has them.
func foreignFrame(item node) bool {
	return isFrame(strings.TrimSpace(item.text.s)) && foreignMark(item.text.sifted)
}

// foreignKey reports whether a key is a header of another provider's response.
func foreignKey(key string) bool {
	if key == "" || key[0]|0x20 != 'x' && key[0]|0x20 != 'o' {
		return false
	}
	k := strings.ToLower(key)
	return strings.HasPrefix(k, "x-amz") || strings.HasPrefix(k, "x-ms-") || k == "opc-request-id"
}

// foreignMark reports whether a text holds what other providers' clients print
// beside a code.
func foreignMark(t sifted) bool {
	return t.sieve.mayBeForeign() && (hasMark(t) || azureStatus(t))
}

// mayBeForeign reports whether the text has such a mark, so that a part of it may
// have one: of most texts no part has to be searched.
func (v *sieve) mayBeForeign() bool {
	return v == nil || v.foreign.ask(func() bool {
		whole := sifted{v.whole, v}
		return hasMark(whole) || whole.has(azure)
	})
}

// hasMark reports whether a text has one of the marks but Azure's status.
func hasMark(t sifted) bool {
	return t.hasAny(
		"when calling the ", "Aws::", "AWS Error", "AWS Request ID", "botocore", "boto3", "@aws-sdk/", "node_modules/aws-sdk",
		"amazonaws.com", "com.amazonaws", "software.amazon", "AmazonServiceException", "x-amz-", "x-amzn", "X-Amz",
		"api error ", "operation error ", "<Type>Sender</Type>", "<Type>Receiver</Type>",
		"windows.net", "Microsoft.", "microsoft.com/windowsazure", "ERROR CODE:", "x-ms-request-id",
		"autorest/azure", "azure.com", "azure-", "azurerm", "com.azure", "@azure/", "storage: service returned error: ",
		"googleapi:", "googleapis.com", "com.google", "@google-cloud/", "x-goog-", "opc-request-id", "OPC-Request-ID", "Opc request id", "oraclecloud",
		"TencentCloudSDK", "tencentcloud_", "tencentcloudapi", "tencentcloud-sdk", "tencent-cos", "tencentyun", "qcloud.com", "x-cos-",
		"huaweicloud", "com.obs.", "io.minio", "x-obs-", "volcengine", "digitalocean", "baidubce", "x-bce-", "qiniu",
	) || awsStatus(t) || awsService(t) || openStack(t) || azureError(t)
}

// awsService reports whether a text has what AWS's clients for Java put behind the
// sentence of an error: "(Service: S3, Status Code: 503, Request ID: ...)".
func awsService(t sifted) bool {
	return t.some("(Service: ", func(i int) bool {
		_, rest, _ := strings.Cut(t.s[i+len("(Service: "):min(len(t.s), i+maxWord)], " ")
		return strings.HasPrefix(rest, "Status Code: ")
	})
}

// openStack reports whether a text has what OpenStack's client in Go does, which
// several providers' programs use: "Bad request with: [POST https://...], error
// message: ...", "Expected HTTP response code [201] when accessing [POST
// https://...], but got 400 instead".
func openStack(t sifted) bool {
	call := func(i int) bool {
		before := t.s[max(0, i-maxWord):i]
		method, url, ok := strings.Cut(before[strings.LastIndexByte(before, '[')+1:], " ")
		return ok && strings.ToUpper(method) == method && strings.HasPrefix(url, "http") && !strings.Contains(url, "aliyuncs.com")
	}
	return t.some("], error message: ", call) || t.some("], but got ", call)
}

// foreignAbove reports whether what stands above a document that begins its line is
// another provider's: a line that announces it, or the headers of the response.
func (p *passage) foreignAbove(line int) bool {
	above := strings.TrimRight(p.t.s[:line], " \t\r\n")
	if start := lineStart(above, len(above)); isHexNumber(above[start:]) {
		above = strings.TrimRight(above[:start], " \t\r\n") // the length of a chunk
	}
	start := lineStart(above, len(above))
	if last := above[start:]; strings.HasSuffix(last, ":") || strings.HasSuffix(last, " instead") {
		return foreignMark(p.t.part(last))
	}
	for n := 0; n < maxHeaders && isHeader(above[start:]); n++ {
		if foreignMark(p.t.part(above[start:])) || foreignKey(above[start:]) {
			return true
		}
		above = above[:max(start-1, 0)]
		start = lineStart(above, len(above))
	}
	return false
}

// maxHeaders bounds the headers that are asked.
const maxHeaders = 40

// isHexNumber reports whether a line is a number as HTTP writes the length of a chunk.
func isHexNumber(line string) bool {
	return line != "" && len(line) <= 8 && leading(line, isHex) == len(line)
}

// awsStatus reports whether a text has what the older AWS SDKs do:
// "status code: 400, request id: ...".
func awsStatus(t sifted) bool {
	return t.some("status code: ", func(i int) bool {
		rest := t.s[i+len("status code: "):]
		return len(rest) > 5 && digits(rest[:3]) && strings.HasPrefix(rest[3:], ", request id")
	})
}

// azureError reports whether a text has an error as Azure's first client for Go
// prints it, `Code="X" Message="sentence" Target="..."`, with no request ID.
func azureError(t sifted) bool {
	return t.some(`" Message="`, func(i int) bool {
		before := t.s[max(0, i-maxWord):i]
		quote := strings.LastIndexByte(before, '"')
		fields, ok := strings.CutSuffix(before[:max(quote, 0)], "Code=")
		return ok && canBeCode(before[quote+1:]) && (fields == "" || !isWord(fields[len(fields)-1])) && !containsAny(nearLine(t.s, i), "equestId", "equestID", "HostId")
	})
}

// azure begins the status as Azure's newer clients print it.
const azure = "Status: "

// azureStatus reports whether a text holds "Status: 503 (Service Unavailable)",
// as Azure's newer clients print it.
func azureStatus(t sifted) bool {
	if !t.has(azure) {
		return false
	}
	_, rest, _ := strings.Cut(t.s, azure)
	return len(rest) > 5 && digits(rest[:3]) && strings.HasPrefix(rest[3:], " (") && isLetter(rest[5])
}

// opensAzure reports whether Azure's fields may follow a line: it has their
// status or, whatever stands before it, their "(Code) sentence".
func opensAzure(t sifted) bool {
	line := t.s
	if azureStatus(t) {
		return true
	}
	return some(line, "(", func(i int) bool {
		code := parenthesised(line[i:])
		behind := i + len(code) + len("() ")
		return (i == 0 || line[i-1] == ' ') && code != "" && behind < len(line) && 'A' <= line[behind] && line[behind] <= 'Z'
	})
}

// parenthesised returns the code of a line that begins as Azure's do, "(Code)
// sentence", "" where it does not.
func parenthesised(line string) string {
	if line[0] != '(' {
		return ""
	}
	end := codeEnd(line, 1)
	if !looksLikeCode(line[1:end]) || !strings.HasPrefix(line[end:], ") ") {
		return ""
	}
	return line[1:end]
}
