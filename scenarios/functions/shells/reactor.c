/*
 * A handler behind the reactor contract, version 1 (docs/reactor-contract.md).
 * Of the imports only those that the handler needs end up in the module.
 */
#include "arena.h"
#include "function.h"

#define EXPORT(name) __attribute__((export_name(name)))
#define IMPORT(name) __attribute__((import_module("evalfaas"), import_name(name)))

enum { VERSION = 1, CHUNK = 65536, STREAMED = -1, NO_VALUE = -1, FAILED = -1 };

IMPORT("context_get") int32_t host_context_get(const char *key, size_t key_length, char *buffer, size_t capacity);
IMPORT("body_read") int32_t host_body_read(char *buffer, size_t capacity);
IMPORT("body_write") int32_t host_body_write(const char *data, size_t length);
IMPORT("response_status") void host_response_status(int32_t status);
IMPORT("response_header") int32_t host_response_header(const char *name, size_t name_length, const char *value, size_t value_length);

extern char __heap_base;

struct invocation {
    arena memory;
    bytes body;
    char *chunk;
    bool streamed;
    bool failed;
};

/* One invocation at a time is all that the contract knows. */
static invocation current;

static void begin(void)
{
    if (current.memory.base == NULL) {
        uintptr_t base = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
        current.memory.base = (char *)base;
        current.memory.limit = (char *)(__builtin_wasm_memory_size(0) * 65536);
    }
    arena_reset(&current.memory);
}

EXPORT("evalfaas_version") int32_t evalfaas_version(void)
{
    return VERSION;
}

EXPORT("evalfaas_alloc") void *evalfaas_alloc(size_t length)
{
    begin();
    return allocate(&current, length);
}

EXPORT("evalfaas_handle") uint64_t evalfaas_handle(const char *body, int32_t length)
{
    if (body == NULL) begin();
    current.streamed = length == STREAMED;
    current.body = (bytes){body, current.streamed ? 0 : (size_t)length};
    current.chunk = NULL;
    current.failed = false;
    bytes rest = handle(&current);
    if (current.failed) return (uint64_t)UINT32_MAX << 32 | 1;
    return rest.length == 0 ? 0 : (uint64_t)(uintptr_t)rest.data << 32 | rest.length;
}

bool context(invocation *in, bytes key, bytes *value)
{
    size_t capacity = 256;
    char *buffer = allocate(in, capacity);
    int32_t length = host_context_get(key.data, key.length, buffer, capacity);
    if (length == NO_VALUE) return false;
    if ((size_t)length > capacity) {
        buffer = allocate(in, (size_t)length);
        host_context_get(key.data, key.length, buffer, (size_t)length);
    }
    *value = (bytes){buffer, (size_t)length};
    return true;
}

bytes whole_body(invocation *in)
{
    return in->body;
}

bytes next_piece(invocation *in, bool *last)
{
    *last = true;
    if (!in->streamed) return in->body;
    if (in->chunk == NULL) in->chunk = allocate(in, CHUNK);
    int32_t length = host_body_read(in->chunk, CHUNK);
    in->failed |= length == FAILED;
    *last = length <= 0;
    return (bytes){in->chunk, *last ? 0 : (size_t)length};
}

void set_status(invocation *in, int status)
{
    (void)in;
    host_response_status(status);
}

void set_header(invocation *in, bytes name, bytes value)
{
    in->failed |= host_response_header(name.data, name.length, value.data, value.length) != 0;
}

void write_body(invocation *in, bytes piece)
{
    in->failed |= host_body_write(piece.data, piece.length) != 0;
}

void *allocate(invocation *in, size_t size)
{
    return arena_take(&in->memory, size);
}
