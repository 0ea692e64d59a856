/* A handler behind HTTP: one request in, one response out, all in memory. */
#ifndef EVALFAAS_ANSWER_H
#define EVALFAAS_ANSWER_H

#include "http.h"
#include "shell.h"

#include <sys/uio.h>

enum { ANSWER_FIELDS_LIMIT = 4096, ANSWER_PARTS = 3 };

/* One a thread, used for one request after the other. */
typedef struct {
    invocation base;
    const http_head *head;
    bytes body;
    int status;
    bool typed, failed;
    size_t fields_length;
    char fields[ANSWER_FIELDS_LIMIT];
    /* What write_body() took. */
    char *written;
    size_t written_length, written_capacity;
    char start[ANSWER_FIELDS_LIMIT + 256];
} answer;

/* Runs the handler and gives the response as parts that stay valid until the next answer and as long as the body does. */
void answer_request(answer *a, const http_head *head, bytes body, struct iovec parts[ANSWER_PARTS]);

/* The response to something that is no request. The connection is closed after it. */
void answer_error(answer *a, int status, struct iovec parts[ANSWER_PARTS]);

#endif
