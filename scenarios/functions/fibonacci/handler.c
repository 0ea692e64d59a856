#include "function.h"
#include "text.h"

enum { DEFAULT = 20, MOST = 40 };

/* On purpose the slow way: the work is the calls. Not inlined into itself, so that every compiler leaves the same calls. */
__attribute__((noinline)) static uint64_t fibonacci(uint32_t n)
{
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

bytes handle(invocation *in)
{
    uint64_t n = DEFAULT;
    set_header(in, BYTES("Content-Type"), BYTES("text/plain; charset=utf-8"));
    if (!query_number(in, BYTES("n="), MOST, &n)) return bad_request(in, BYTES("Give n=NUMBER as the query, from 0 to 40.\n"));
    char *line = allocate(in, DECIMAL_LENGTH + 1);
    bytes number = decimal(line, fibonacci((uint32_t)n));
    line[DECIMAL_LENGTH] = '\n';
    return (bytes){number.data, number.length + 1};
}
