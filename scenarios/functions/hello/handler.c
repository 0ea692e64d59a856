#include "function.h"

#include <string.h>

static const bytes before = BYTES("Hello, "), after = BYTES("!\n");

/* Greets the world, or whoever the path names. */
bytes handle(invocation *in)
{
    bytes name;
    if (context(in, BYTES("path"), &name) && name.length > 1) {
        name.data++;
        name.length--;
    } else {
        name = BYTES("world");
    }

    set_header(in, BYTES("Content-Type"), BYTES("text/plain; charset=utf-8"));
    size_t length = before.length + name.length + after.length;
    char *greeting = allocate(in, length), *p = greeting;
    memcpy(p, before.data, before.length);
    memcpy(p += before.length, name.data, name.length);
    memcpy(p + name.length, after.data, after.length);
    return (bytes){greeting, length};
}
