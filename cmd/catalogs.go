package cmd

import (
	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/builtin"
)

// catalogs returns all catalogs in use, opened at the first call.
func (a *app) catalogs() (*catalog.Set, error) {
	if a.set != nil {
		return a.set, nil
	}
	var indexes []*catalog.Index
	for _, data := range builtin.Indexes() {
		index, err := catalog.Open(data)
		if err != nil {
			return nil, err
		}
		indexes = append(indexes, index)
	}
	a.set = catalog.NewSet(indexes...)
	return a.set, nil
}
