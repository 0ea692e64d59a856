/* The C library's part of a reactor: what compilers may call by themselves. Copying and filling are instructions of the machine. */
#include <stddef.h>

int memcmp(const void *a, const void *b, size_t length)
{
    const unsigned char *x = a, *y = b;
    for (; length > 0; length--, x++, y++)
        if (*x != *y) return *x - *y;
    return 0;
}
