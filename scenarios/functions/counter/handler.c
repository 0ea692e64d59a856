#include "function.h"
#include "text.h"

/* Lives as long as the instance does: 0 in a fresh one. */
static uint64_t calls;

/* Says how often this instance was called. A native server may call from several threads. */
bytes handle(invocation *in)
{
    uint64_t count = __atomic_add_fetch(&calls, 1, __ATOMIC_RELAXED);
    set_header(in, BYTES("Content-Type"), BYTES("text/plain; charset=utf-8"));
    char *line = allocate(in, DECIMAL_LENGTH + 1);
    bytes number = decimal(line, count);
    line[DECIMAL_LENGTH] = '\n';
    return (bytes){number.data, number.length + 1};
}
