package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// helloSource is the least that a Go program can do.
const helloSource = `package main

import "fmt"

func main() { fmt.Println("hello") }
`

// BenchmarkProcess runs whole processes into a pipe, each beside a Go hello
// world that is built with the same flags, in turn: the ratio of the two holds
// on a noisy machine, the milliseconds do not. Both are medians over b.N
// rounds; x-hello is wall time, x-hello-cpu user and system time.
func BenchmarkProcess(b *testing.B) {
	dir := b.TempDir()
	source := filepath.Join(dir, "hello.go")
	if err := os.WriteFile(source, []byte(helloSource), 0o644); err != nil {
		b.Fatal(err)
	}
	hello := build(b, dir, "hello", source)
	errcode := build(b, dir, "errcode", ".")

	benchmarks := []struct {
		name string
		argv []string
	}{
		{"hello", []string{hello}},
		{"lookup-plain", []string{errcode, "lookup", "InvalidParameter", "-o", "plain"}},
		{"lookup-json", []string{errcode, "lookup", "InvalidParameter", "-o", "json"}},
		{"card", []string{errcode, "lookup", "InvalidParameter", "-o", "table", "--color", "always"}},
		{"complete", []string{errcode, "__complete", "lookup", "Inv"}},
	}
	for _, bm := range benchmarks {
		b.Run(bm.name, func(b *testing.B) {
			var wall, cpu []float64
			for b.Loop() {
				wallH, cpuH := run(b, hello)
				wallE, cpuE := run(b, bm.argv...)
				wall = append(wall, wallE/wallH)
				cpu = append(cpu, cpuE/cpuH)
			}
			b.ReportMetric(median(wall), "x-hello")
			b.ReportMetric(median(cpu), "x-hello-cpu")
		})
	}
}

// build compiles a package as a release does.
func build(b *testing.B, dir, name, pkg string) string {
	b.Helper()
	program := filepath.Join(dir, name+".exe") // a name that every system runs
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", program, pkg)
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return program
}

// run starts a process, reads what it prints to the end, and returns its wall
// time and its processor time in seconds.
func run(b *testing.B, argv ...string) (wall, cpu float64) {
	b.Helper()
	cmd := exec.Command(argv[0], argv[1:]...)
	cmd.Env = []string{"PATH=" + os.Getenv("PATH")}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	if n, err := io.Copy(io.Discard, stdout); err != nil || n == 0 {
		b.Fatalf("%q printed %d bytes, error %v", argv, n, err)
	}
	if err := cmd.Wait(); err != nil {
		b.Fatal(err)
	}
	wall = time.Since(start).Seconds()
	return wall, (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}
