// What a function written in Go sees of the world. A handler is
// `func handle(request Request) Response` in handler.go, and the same behind each shell (reactor.go, command.go).
package main

import (
	"strconv"
	"strings"
)

// Request is one request.
type Request interface {
	// Context gives a value that came with it. Keys: "method", "path" (decoded), "query" (not decoded), "header:NAME", "env:NAME".
	Context(key string) (string, bool)
	// Body is the whole body.
	Body() []byte
}

// Response is the answer.
type Response struct {
	Status      int
	ContentType string
	Body        []byte
}

// text answers 200 with text.
func text(text string) Response {
	return Response{200, "text/plain; charset=utf-8", []byte(text)}
}

// badRequest answers 400 with a line that says why.
func badRequest(line string) Response {
	return Response{400, "text/plain; charset=utf-8", []byte(line)}
}

// queryNumber reads a whole number from a query that is NAME=NUMBER: the default where there is no query, false where it is anything else.
func queryNumber(request Request, name string, otherwise, most uint64) (uint64, bool) {
	query, _ := request.Context("query")
	if query == "" {
		return otherwise, true
	}
	digits, found := strings.CutPrefix(query, name+"=")
	number, err := strconv.ParseUint(digits, 10, 64)
	return number, found && err == nil && number <= most
}
