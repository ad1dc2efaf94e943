// Gencatalog compiles the catalogs that errcode ships: every vendor's page and
// YAML catalog of a folder becomes an index beside it. It runs in that folder
// by `go generate ./...`; with -check it writes nothing and fails where an
// index is not what its sources give.
package main

import (
	"flag"
	"log"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gencatalog: ")
	dir := flag.String("dir", ".", "folder of the sources")
	check := flag.Bool("check", false, "write nothing, fail where an index is stale")
	flag.Parse()
	work := write
	if *check {
		work = compare
	}
	if err := work(*dir); err != nil {
		log.Fatal(err)
	}
}
