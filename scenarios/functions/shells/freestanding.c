/* The C library's part of a reactor: what handlers and compilers call. Copying and filling are instructions of the machine. */
#include <stddef.h>

int memcmp(const void *a, const void *b, size_t length)
{
    const unsigned char *x = a, *y = b;
    for (; length > 0; length--, x++, y++)
        if (*x != *y) return *x - *y;
    return 0;
}

void *memchr(const void *bytes, int wanted, size_t length)
{
    const unsigned char *x = bytes;
    for (; length > 0; length--, x++)
        if (*x == (unsigned char)wanted) return (void *)x;
    return NULL;
}
