/*
 * Memory that is handed out from the bottom up and taken back all at once.
 * In WebAssembly it lies in the linear memory, which grows; natively in reserved address space, which costs nothing until touched.
 */
#ifndef EVALFAAS_ARENA_H
#define EVALFAAS_ARENA_H

#include <stddef.h>

typedef struct {
    char *base;
    char *top;
    char *limit;
} arena;

/* Hands out memory aligned to 16. Ends the program when there is none. */
void *arena_take(arena *a, size_t size);

/* Takes everything back. */
void arena_reset(arena *a);

#endif
