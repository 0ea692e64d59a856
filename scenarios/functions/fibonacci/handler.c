#include "function.h"
#include "text.h"

enum { DEFAULT = 20, MOST = 40 };

/* On purpose the slow way: the work is the calls. Not inlined into itself, so that every compiler leaves the same calls. */
__attribute__((noinline)) static uint64_t fibonacci(uint32_t n)
{
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

/* Reads `n` from a query that is empty or n=NUMBER. */
static bool read_n(invocation *in, uint64_t *n)
{
    bytes query, digits;
    *n = DEFAULT;
    if (!context(in, BYTES("query"), &query) || query.length == 0) return true;
    return after_prefix(query, BYTES("n="), &digits) && parse_decimal(digits, MOST, n);
}

bytes handle(invocation *in)
{
    uint64_t n;
    set_header(in, BYTES("Content-Type"), BYTES("text/plain; charset=utf-8"));
    if (!read_n(in, &n)) {
        set_status(in, 400);
        return BYTES("Give n=NUMBER as the query, from 0 to 40.\n");
    }
    char *line = allocate(in, DECIMAL_LENGTH + 1);
    bytes number = decimal(line, fibonacci((uint32_t)n));
    line[DECIMAL_LENGTH] = '\n';
    return (bytes){number.data, number.length + 1};
}
