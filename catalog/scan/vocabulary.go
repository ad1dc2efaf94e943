package scan

// A label says what the value behind it is.
type label uint8

// The labels of an error's fields. labelOther is one of a rendering whose
// value is no field: it only ends the value before it.
const (
	labelNone label = iota
	labelCode
	labelMessage
	labelRequest
	labelStatus
	labelLink
	labelOther
	labelCause // "Error:" and its kin, where a code may follow
)

// classify names the label that a key is, whatever its case and whatever
// stands between its words.
func classify(key string) label {
	var f foldedKey
	return f.prepend(key)
}

// A foldedKey is a key in small letters without what stands between its words. It
// is read from its end.
type foldedKey struct {
	bytes [40]byte // at the end
	n     int      // how many; more than there is room for are no label
}

// prepend puts the letters of a text before the key, and names the label that it is.
func (f *foldedKey) prepend(s string) label {
	for i := len(s) - 1; i >= 0; i-- {
		c := s[i]
		switch {
		case c == '_' || c == '-' || c == ' ' || c == '\n' || c == '\t' || c == '.':
			continue
		case 'A' <= c && c <= 'Z':
			c |= 0x20
		}
		if f.n >= len(f.bytes) {
			f.n++
			return labelNone
		}
		f.n++
		f.bytes[len(f.bytes)-f.n] = c
	}
	if f.n > len(f.bytes) {
		return labelNone
	}
	switch string(f.bytes[len(f.bytes)-f.n:]) {
	case "code", "errorcode", "errcode", "aliyunerrorcode", "apierrorcode", "servererrorcode", "errorcodeis",
		"错误码", "错误代码", "错误编码", "服务端错误", "服务端错误码", "异常码", "返回码", "错误编号", "业务错误码":
		return labelCode
	case "message", "errormessage", "errormsg", "errmsg", "msg", "errmessage", "errordescription", "errordesc",
		"错误信息", "错误消息", "错误描述", "异常信息", "错误详情", "报错信息", "信息", "消息", "提示信息", "原因":
		return labelMessage
	case "requestid", "reqid", "acsrequestid", "xacsrequestid", "请求id", "请求编号", "请求标识", "requestuuid", "ossrequestid", "xossrequestid", "xlogrequestid":
		return labelRequest
	case "statuscode", "statuscodeerror", "httpstatus", "httpstatuscode", "httpcode", "httpresponsecode", "responsecode", "responsestatus",
		"http状态码", "http状态", "状态码", "http返回码", "http响应码", "响应码":
		return labelStatus
	case "status":
		return labelStatus
	case "recommend", "诊断地址", "诊断链接", "推荐", "处理建议":
		return labelLink
	case "hostid", "errorhost", "host", "data", "respheaders", "accessdenieddetail", "description", "rawresponse", "url", "ec", "response", "body", "endpoint", "action",
		"accessdenieddetails", "resource", "regionid", "region", "stack", "caller", "suggestion", "success", "troubleshoot", "service", "api",
		"serviceid", "servicecode", "eventsource", "product", "version", "操作", "实例", "地域", "接口", "产品", "时间":
		return labelOther
	case "error", "err", "exception", "错误", "异常", "报错", "cause", "reason", "errors", "失败", "失败原因", "错误原因":
		return labelCause
	}
	return labelNone
}

// blockKey reports whether a key that is no field stands in an SDK's block.
func blockKey(key string) bool {
	switch key {
	case "Recommend", "HostId", "error host", "Data", "RespHeaders", "AccessDeniedDetail", "Description", "EC", "Response", "URL", "Stack", "Troubleshoot", "Service", "API":
		return true
	}
	return key[0] >= 0x80
}
