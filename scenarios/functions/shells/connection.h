/* One client's connection: bytes that came, bytes that still have to go. */
#ifndef EVALFAAS_CONNECTION_H
#define EVALFAAS_CONNECTION_H

#include "answer.h"

/* What the connection waits for next. */
typedef enum { WAIT_INPUT, WAIT_OUTPUT, WAIT_NOTHING } connection_wait;

typedef struct {
    int socket;
    connection_wait waits;
    /* Input lies in buffer[begin, end). */
    char *buffer;
    size_t capacity, begin, end;
    /* Bytes of input below which another look at the request is in vain. */
    size_t wanted;
    bool continued, dechunking, closing;
    http_chunks chunks;
    /* Output that the socket did not take at once. */
    char *output;
    size_t output_begin, output_end;
} connection;

connection *connection_new(int socket);

void connection_free(connection *c);

/* Does what the socket is ready for and returns what to wait for next; on WAIT_NOTHING it is to be freed. */
connection_wait connection_advance(connection *c, answer *a);

#endif
