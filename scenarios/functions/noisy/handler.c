#include "function.h"
#include "text.h"

enum { MIB = 1 << 20, PAGE = 4096, PIECE = 1 << 16, FLOOD_PIECES = 1024 };

/* Never ends; the counter is looked at by nobody, which only a compiler must not know. */
static _Noreturn void burn(void)
{
    static volatile uint32_t turns;
    for (;;) turns++;
}

/* Takes memory and touches each page of it until there is none left. */
static _Noreturn void take_all(invocation *in)
{
    for (;;) {
        volatile char *piece = allocate(in, MIB);
        for (size_t at = 0; at < MIB; at += PAGE) piece[at] = 1;
    }
}

/* 64 MiB of output, more than anybody wants. Not endless, since natively nobody stops it. */
static bytes flood(invocation *in)
{
    char *piece = allocate(in, PIECE);
    memset(piece, '~', PIECE);
    for (int i = 0; i < FLOOD_PIECES; i++) write_body(in, (bytes){piece, PIECE});
    return (bytes){NULL, 0};
}

/* A bad neighbour: misbehaves as the query says, and is harmless without one. */
bytes handle(invocation *in)
{
    bytes query = {NULL, 0}, mode;
    set_header(in, BYTES("Content-Type"), BYTES("text/plain; charset=utf-8"));
    context(in, BYTES("query"), &query);
    if (query.length == 0) return BYTES("quiet\n");
    if (after_prefix(query, BYTES("mode="), &mode)) {
        if (same(mode, BYTES("burn"))) burn();
        if (same(mode, BYTES("memory"))) take_all(in);
        if (same(mode, BYTES("flood"))) return flood(in);
        if (same(mode, BYTES("crash"))) __builtin_trap();
    }
    return bad_request(in, BYTES("Give mode=burn, memory, flood or crash as the query, or none.\n"));
}
