/* How a program that is both a CGI program and a server tells its handler's calls apart. */
#ifndef EVALFAAS_SHELL_H
#define EVALFAAS_SHELL_H

#include "arena.h"
#include "function.h"

/* What function.h asks of a shell, but for allocate(), which is the same in all. */
typedef struct {
    bool (*context)(invocation *in, bytes key, bytes *value);
    bytes (*whole_body)(invocation *in);
    bytes (*next_piece)(invocation *in, bool *last);
    void (*set_status)(invocation *in, int status);
    void (*set_header)(invocation *in, bytes name, bytes value);
    void (*write_body)(invocation *in, bytes piece);
} shell;

/* The beginning of every shell's own kind of invocation. */
struct invocation {
    const shell *shell;
    arena memory;
};

/* Answers the one request that the environment and stdin hold. */
int cgi_run(void);

/* Serves HTTP until told to stop. Returns an exit code. */
int server_run(const char *address, int threads);

#endif
