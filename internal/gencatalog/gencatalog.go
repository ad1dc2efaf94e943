package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/patch"
	"github.com/errcode/errcode/catalog/tables"
)

// guidanceSuffix ends the name of the patch that belongs to a vendor's page.
const guidanceSuffix = ".guidance.yaml"

// An index is a compiled catalog and the file that it belongs into.
type index struct {
	path string
	data []byte
}

// write compiles the catalogs of a folder.
func write(dir string) error {
	indexes, err := compile(dir)
	if err != nil {
		return err
	}
	for _, x := range indexes {
		if err := os.WriteFile(x.path, x.data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// compare fails where an index is not what its sources give, or has none.
func compare(dir string) error {
	indexes, err := compile(dir)
	if err != nil {
		return err
	}
	var stale []error
	known := map[string]bool{}
	for _, x := range indexes {
		known[x.path] = true
		if data, err := os.ReadFile(x.path); err != nil {
			stale = append(stale, err)
		} else if !bytes.Equal(data, x.data) {
			stale = append(stale, fmt.Errorf("%s is stale, go generate ./... renews it", x.path))
		}
	}
	present, err := filepath.Glob(filepath.Join(dir, "*.idx"))
	if err != nil {
		return err
	}
	for _, path := range present {
		if !known[path] {
			stale = append(stale, fmt.Errorf("%s has no source", path))
		}
	}
	return errors.Join(stale...)
}

// compile compiles the catalogs of a folder, by name.
func compile(dir string) ([]index, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var indexes []index
	for _, file := range files {
		read := readerOf(file.Name())
		if read == nil {
			continue
		}
		src, err := read(dir, file.Name())
		if err != nil {
			return nil, err
		}
		var data bytes.Buffer
		if err := catalog.Compile(&data, src); err != nil {
			return nil, fmt.Errorf("%s: %w", file.Name(), err)
		}
		indexes = append(indexes, index{filepath.Join(dir, src.Name+".idx"), data.Bytes()})
	}
	return indexes, nil
}

// readerOf returns what reads a source file, nil for other files.
func readerOf(name string) func(dir, name string) (catalog.Source, error) {
	switch {
	case strings.HasSuffix(name, guidanceSuffix):
		return nil // read with its page
	case strings.HasSuffix(name, ".yaml"):
		return readCatalog
	case strings.HasSuffix(name, ".md"):
		return readPage
	}
	return nil
}

// readCatalog reads a YAML catalog.
func readCatalog(dir, name string) (catalog.Source, error) {
	file, data, err := readYAML(dir, name, patch.Catalog, strings.TrimSuffix(name, ".yaml"))
	if err != nil {
		return catalog.Source{}, err
	}
	return catalog.Source{
		Name: file.Catalog, Origin: file.Source, Date: file.Date, Stamp: stamp(data), Entries: file.Entries(),
	}, nil
}

// readPage reads a vendor's page, and the patch beside it where there is one,
// which also says where the page comes from.
// A row that is skipped is an error: it would be missing from what we ship.
func readPage(dir, name string) (catalog.Source, error) {
	page, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return catalog.Source{}, err
	}
	result, err := tables.Read(string(page), tables.Markdown)
	if err != nil {
		return catalog.Source{}, err
	}
	if len(result.Skipped) > 0 {
		skip := result.Skipped[0]
		return catalog.Source{}, fmt.Errorf("%s:%d: %s", name, skip.Line, skip.Reason)
	}
	src := catalog.Source{Name: strings.TrimSuffix(name, ".md"), Entries: result.Entries()}
	file, guidance, err := readYAML(dir, src.Name+guidanceSuffix, patch.Patch, src.Name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return catalog.Source{}, err
	}
	src.Origin, src.Date, src.Patches = file.Source, file.Date, file.Patches()
	src.Stamp = stamp(page, guidance)
	return src, nil
}

// readYAML reads a file that must be of a kind and about a catalog.
func readYAML(dir, name string, kind patch.Kind, about string) (patch.File, []byte, error) {
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return patch.File{}, nil, err
	}
	file, err := patch.Parse(name, string(data))
	if err == nil && (file.Kind != kind || file.Catalog != about) {
		err = fmt.Errorf("%s: begins with %s: %s, want %s: %s", name, file.Kind, file.Catalog, kind, about)
	}
	return file, data, err
}

// stamp ties an index to the bytes of its sources, one after the other. It
// holds no time: the same sources give the same index everywhere.
func stamp(sources ...[]byte) catalog.Stamp {
	all := bytes.Join(sources, nil)
	return catalog.Stamp{Size: int64(len(all)), SHA256: sha256.Sum256(all)}
}
