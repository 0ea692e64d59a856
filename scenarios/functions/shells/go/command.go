//go:build command

// A handler behind the wasi-command contract: a CGI/1.1 program (RFC 3875).
package main

import (
	"io"
	"os"
	"strconv"
	"strings"
)

type invocation struct{}

func (invocation) Context(key string) (string, bool) {
	kind, name, _ := strings.Cut(key, ":")
	switch kind {
	case "method":
		return os.LookupEnv("REQUEST_METHOD")
	case "path":
		return os.LookupEnv("PATH_INFO")
	case "query":
		return os.LookupEnv("QUERY_STRING")
	case "header":
		return os.LookupEnv(headerVariable(name))
	case "env":
		return os.LookupEnv(name)
	}
	return "", false
}

func headerVariable(name string) string {
	name = strings.ReplaceAll(strings.ToUpper(name), "-", "_")
	if name == "CONTENT_TYPE" || name == "CONTENT_LENGTH" {
		return name
	}
	return "HTTP_" + name
}

// Body is as long as the request says, and reaches to the end of the input where it says nothing.
func (invocation) Body() []byte {
	var input io.Reader = os.Stdin
	if text := os.Getenv("CONTENT_LENGTH"); text != "" {
		length, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			fail("CONTENT_LENGTH is no number.")
		}
		input = io.LimitReader(input, length)
	}
	body, err := io.ReadAll(input)
	if err != nil {
		fail("The request's body cannot be read from stdin.")
	}
	return body
}

func fail(message string) {
	os.Stderr.WriteString(message + "\n")
	os.Exit(1)
}

func main() {
	response := handle(invocation{})
	head := "Content-Type: " + response.ContentType + "\r\n"
	if response.Status != 200 {
		head += "Status: " + strconv.Itoa(response.Status) + "\r\n"
	}
	if _, err := os.Stdout.Write(append([]byte(head+"\r\n"), response.Body...)); err != nil {
		fail("The answer cannot be written to stdout.")
	}
}
