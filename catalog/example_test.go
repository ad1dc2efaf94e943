package catalog_test

import (
	"bytes"
	"fmt"

	"github.com/errcode/errcode/catalog"
)

func Example() {
	var index bytes.Buffer
	err := catalog.Compile(&index, catalog.Source{
		Name:    "shop",
		Entries: []catalog.Entry{{Code: "OutOfStock", Status: 409, Message: "Sold out."}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	x, err := catalog.Open(index.String())
	if err != nil {
		fmt.Println(err)
		return
	}
	set := catalog.NewSet(x)
	for _, m := range set.Lookup("out_of_stock", catalog.Filter{}) {
		fmt.Println(m.Kind, m.Entry.Code, m.Entry.Status, m.Entry.Message)
	}
	fmt.Println(set.Suggest("OutOfStok", 3))
	// Output:
	// folded OutOfStock 409 Sold out.
	// [OutOfStock]
}
