/*
 * What a function written in C sees of the world. A handler defines handle() and calls nothing but
 * what stands here and plain C; the shells (reactor.c, cgi.c, server.c) implement the rest, so that
 * the same handler runs behind each of them.
 */
#ifndef EVALFAAS_FUNCTION_H
#define EVALFAAS_FUNCTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes that somebody else owns; not ended by a zero. */
typedef struct {
    const char *data;
    size_t length;
} bytes;

/* A string literal as bytes. */
#define BYTES(literal) ((bytes){"" literal, sizeof(literal) - 1})

/* One request and its answer; its inside belongs to the shell. */
typedef struct invocation invocation;

/*
 * The function itself. What it returns ends the answer's body, after all that write_body() took.
 * The bytes must stay as they are until the next call: allocated, static, or the request's own.
 */
bytes handle(invocation *in);

/*
 * A value that came with the request; false where there is none.
 * Keys: method, path (decoded, from "/"), query (not decoded), header:NAME, env:NAME.
 */
bool context(invocation *in, bytes key, bytes *value);

/* The request's whole body. A function that calls this has its body buffered, up to the request limit. */
bytes whole_body(invocation *in);

/*
 * The next piece of the request's body, valid until the next call; perhaps empty. *last says that none follows.
 * A small body is one piece. Use either this or whole_body().
 */
bytes next_piece(invocation *in, bool *last);

/* Sets the answer's status, 200 unless set, before any write_body(). */
void set_status(invocation *in, int status);

/* Adds a header, before any write_body(). Without a Content-Type the answer is application/octet-stream. */
void set_header(invocation *in, bytes name, bytes value);

/* Sends bytes, or keeps a copy to send; they may change afterwards. */
void write_body(invocation *in, bytes piece);

/* Memory for this invocation alone, aligned to 16; it goes when the next one begins. Never null: the function ends without an answer instead. */
void *allocate(invocation *in, size_t size);

#endif
