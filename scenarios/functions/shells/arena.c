#include "arena.h"

#include <stdint.h>

#define ALIGN(n) (((n) + 15) & ~(size_t)15)

#ifdef __wasm__

enum { PAGE = 65536 };

static void grow(arena *a, size_t size)
{
    size_t pages = (size + PAGE - 1) / PAGE;
    size_t before = __builtin_wasm_memory_grow(0, pages);
    if (before == SIZE_MAX) __builtin_trap();
    char *fresh = (char *)(before * PAGE);
    /* Somebody else's allocator may have grown the memory in between. */
    if (fresh != a->limit) a->base = a->top = fresh;
    a->limit = fresh + pages * PAGE;
}

void arena_reset(arena *a)
{
    a->top = a->base;
}

#else

#include <stdlib.h>
#include <sys/mman.h>

/* More than any function needs for the largest body (16 MiB); halved where the process may not have so much address space. */
#define RESERVE ((size_t)1 << 30)
#define KEEP ((size_t)1 << 20)

static void grow(arena *a, size_t size)
{
    if (a->base != NULL) abort();
    for (size_t reserve = RESERVE; reserve >= size && reserve >= KEEP; reserve /= 2) {
        void *p = mmap(NULL, reserve, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (p == MAP_FAILED) continue;
        a->base = a->top = p;
        a->limit = a->base + reserve;
        return;
    }
    abort();
}

void arena_reset(arena *a)
{
    if ((size_t)(a->top - a->base) > KEEP) madvise(a->base + KEEP, (size_t)(a->top - a->base) - KEEP, MADV_DONTNEED);
    a->top = a->base;
}

#endif

void *arena_take(arena *a, size_t size)
{
    /* Nothing here means so much: a length that went wrong must not wrap around. */
    if (size > SIZE_MAX / 2) __builtin_trap();
    size = ALIGN(size);
    if (size > (size_t)(a->limit - a->top)) grow(a, size);
    void *piece = a->top;
    a->top += size;
    return piece;
}
