//go:build !command

// A handler behind the reactor contract, version 1.
package main

import "unsafe"

const (
	contractVersion = 1
	contractFailed  = 0xffffffff<<32 | 1
)

//go:wasmimport evalfaas context_get
func contextGet(key unsafe.Pointer, keyLength uint32, buffer unsafe.Pointer, capacity uint32) int32

//go:wasmimport evalfaas response_status
func responseStatus(status int32)

//go:wasmimport evalfaas response_header
func responseHeader(name unsafe.Pointer, nameLength uint32, value unsafe.Pointer, valueLength uint32) int32

// What the host holds pointers to, so that it is not collected.
var heldBody, heldAnswer []byte

type invocation struct {
	body []byte
}

func address(text string) (unsafe.Pointer, uint32) {
	return unsafe.Pointer(unsafe.StringData(text)), uint32(len(text))
}

func (in invocation) Context(key string) (string, bool) {
	name, nameLength := address(key)
	value := make([]byte, 256)
	length := contextGet(name, nameLength, unsafe.Pointer(&value[0]), uint32(len(value)))
	if length < 0 {
		return "", false
	}
	if int(length) > len(value) {
		value = make([]byte, length)
		contextGet(name, nameLength, unsafe.Pointer(&value[0]), uint32(length))
	}
	return string(value[:length]), true
}

func (in invocation) Body() []byte {
	return in.body
}

//go:wasmexport evalfaas_version
func evalfaasVersion() int32 {
	return contractVersion
}

//go:wasmexport evalfaas_alloc
func evalfaasAlloc(length uint32) unsafe.Pointer {
	heldBody = make([]byte, length)
	return unsafe.Pointer(unsafe.SliceData(heldBody))
}

//go:wasmexport evalfaas_handle
func evalfaasHandle(data unsafe.Pointer, length uint32) uint64 {
	response := handle(invocation{unsafe.Slice((*byte)(data), length)})
	heldBody = nil
	if response.Status != 200 {
		responseStatus(int32(response.Status))
	}
	name, nameLength := address("Content-Type")
	value, valueLength := address(response.ContentType)
	if responseHeader(name, nameLength, value, valueLength) != 0 {
		return contractFailed
	}
	heldAnswer = response.Body
	if len(heldAnswer) == 0 {
		return 0
	}
	return uint64(uintptr(unsafe.Pointer(&heldAnswer[0])))<<32 | uint64(len(heldAnswer))
}

func main() {}
