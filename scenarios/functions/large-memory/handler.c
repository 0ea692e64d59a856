#include "function.h"
#include "text.h"

enum { DEFAULT = 200, MOST = 900, MIB = 1 << 20, PAGE = 4096, STRIDE = 7919 };

/* Writes to each page, then reads them in another order; the answer depends on every page. */
static uint32_t walk(char *memory, uint32_t pages)
{
    uint32_t mixed = 1, at = 0, sum = 0;
    for (uint32_t page = 0; page < pages; page++) {
        mixed = mixed * 1664525u + 1013904223u;
        memcpy(memory + (size_t)page * PAGE, &mixed, sizeof mixed);
    }
    for (uint32_t read = 0; read < pages; read++) {
        at = (at + STRIDE) % pages;
        memcpy(&mixed, memory + (size_t)at * PAGE, sizeof mixed);
        sum = (sum << 1 | sum >> 31) ^ mixed;
    }
    return sum;
}

/* Takes much memory and uses each page of it. */
bytes handle(invocation *in)
{
    static const bytes between = BYTES(" MiB, "), end = BYTES("\n");
    uint64_t mib = DEFAULT;
    set_header(in, BYTES("Content-Type"), BYTES("text/plain; charset=utf-8"));
    if (!query_number(in, BYTES("mib="), MOST, &mib) || mib == 0) return bad_request(in, BYTES("Give mib=NUMBER as the query, from 1 to 900.\n"));
    uint32_t sum = walk(allocate(in, (size_t)mib * MIB), (uint32_t)mib * (MIB / PAGE));

    char *line = allocate(in, 2 * DECIMAL_LENGTH + between.length + end.length), *p = line, digits[DECIMAL_LENGTH];
    bytes parts[] = {decimal(digits, mib), between, {NULL, 0}, end};
    for (int i = 0; i < 4; i++) {
        if (i == 2) parts[i] = decimal(digits, sum);
        memcpy(p, parts[i].data, parts[i].length);
        p += parts[i].length;
    }
    return (bytes){line, (size_t)(p - line)};
}
