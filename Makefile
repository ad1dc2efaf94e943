# A list of commands, nothing more: each can be typed without make.

.PHONY: build test golden generate format lint bench check

build:
	CGO_ENABLED=0 go build -trimpath -o errcode .

test:
	go test ./...

golden: # rewrite expected outputs; read the diff before you commit
	go test . ./catalog/tables ./cmd ./internal/gendocs ./render -update

generate: # compiled catalogs, manual pages, completion files
	go generate ./...

format:
	go run mvdan.cc/gofumpt@v0.12.0 -w .

lint:
	go vet ./...
	go run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0 run ./...

bench: # the whole process beside a Go hello world
	go test -run '^$$' -bench Process -benchtime 200x .

check: # everything that CI does; installs Debian packages
	.ci/run
