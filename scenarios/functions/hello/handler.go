package main

import "strings"

// handle greets the world, or whoever the path names.
func handle(request Request) Response {
	path, _ := request.Context("path")
	name := strings.TrimPrefix(path, "/")
	if name == "" {
		name = "world"
	}
	return text("Hello, " + name + "!\n")
}
