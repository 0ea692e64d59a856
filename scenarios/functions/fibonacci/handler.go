package main

import "strconv"

const (
	otherwise = 20
	most      = 40
)

// On purpose the slow way: the work is the calls.
func fibonacci(n uint32) uint64 {
	if n < 2 {
		return uint64(n)
	}
	return fibonacci(n-1) + fibonacci(n-2)
}

func handle(request Request) Response {
	n, ok := queryNumber(request, "n", otherwise, most)
	if !ok {
		return badRequest("Give n=NUMBER as the query, from 0 to 40.\n")
	}
	return text(strconv.FormatUint(fibonacci(uint32(n)), 10) + "\n")
}
