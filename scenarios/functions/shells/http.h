/* HTTP/1.1 requests (RFC 9112) as they lie in a buffer: nothing is copied, nothing is kept. */
#ifndef EVALFAAS_HTTP_H
#define EVALFAAS_HTTP_H

#include "function.h"

enum { HTTP_HEAD_LIMIT = 32768, HTTP_BODY_LIMIT = 16 << 20 };

/* What a look at a buffer found, where it is no error status. */
enum { HTTP_INCOMPLETE = 0, HTTP_OK = 200 };

/* A request's head; all bytes are parts of the buffer. */
typedef struct {
    bytes method;
    bytes path;   /* not decoded; "/" at least, or "*" */
    bytes query;  /* without its question mark */
    bytes fields; /* header lines, each ended by CRLF */
    size_t length;
    uint64_t body_length;
    bool keep_alive;
    bool chunked;
    bool expects_continue;
} http_head;

/* Reads a head. Returns HTTP_OK, HTTP_INCOMPLETE or an error status; leading empty lines belong to the head. */
int http_read_head(bytes buffer, http_head *head);

/* Steps through header lines: takes the first one off the fields. False after the last. */
bool http_next_field(bytes *fields, bytes *name, bytes *value);

/* Decodes %XX. The result is as long as the text or shorter. */
bytes http_decode(bytes text, char *into);

/* A chunked body that is decoded in place as it comes. */
typedef struct {
    size_t decoded; /* bytes of body at the buffer's beginning */
    size_t read;    /* bytes of the buffer used up; the rest is still to be read */
    size_t left;    /* bytes of the chunk still to come */
    enum { CHUNK_SIZE, CHUNK_DATA, CHUNK_END, CHUNK_TRAILER } state;
} http_chunks;

/* Decodes as far as the buffer reaches. Returns HTTP_OK at the body's end, HTTP_INCOMPLETE or an error status. */
int http_read_chunks(http_chunks *chunks, char *buffer, size_t length);

#endif
