// Command huh asks one question with package huh and nothing else, so that the
// benchmarks can tell what a program costs that only has that.
package main

import "github.com/charmbracelet/huh"

func main() {
	var answer string
	huh.NewSelect[string]().Title("One of two").Options(huh.NewOptions("first", "second")...).Value(&answer).Run()
}
