/* Where a server listens: PORT (of 127.0.0.1), IP:PORT, [IPv6]:PORT or unix:PATH. Port 0 takes any free one. */
#ifndef EVALFAAS_LISTENER_H
#define EVALFAAS_LISTENER_H

#include <stdbool.h>

typedef struct {
    int socket;
    /* The address as it is, with the port taken. */
    char name[160];
    /* The socket's file, to be removed at the end; empty for TCP. */
    char path[108];
} listener;

/* Opens it, or says on stderr why not. */
bool listener_open(listener *l, const char *address);

void listener_close(listener *l);

/* Sets up an accepted connection. */
void listener_tune(int socket);

#endif
