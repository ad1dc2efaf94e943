// Package builtin holds the catalogs that errcode ships, compiled. Their
// sources lie beside them: the vendor's page byte for byte, and our YAML.
package builtin

import _ "embed"

//go:generate go run ../../internal/gencatalog

//go:embed mongodb.idx
var mongodb string

//go:embed alibabacloud-common.idx
var alibabacloudCommon string

// Indexes returns the compiled catalogs, in the order in which their answers
// stand. They are ready for catalog.Open; nothing is parsed.
func Indexes() []string { return []string{mongodb, alibabacloudCommon} }
