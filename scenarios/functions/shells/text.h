/* Small things that C's library lacks for bytes that no zero ends. */
#ifndef EVALFAAS_TEXT_H
#define EVALFAAS_TEXT_H

#include "function.h"

#include <string.h>

static inline char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline bool same(bytes a, bytes b)
{
    return a.length == b.length && memcmp(a.data, b.data, a.length) == 0;
}

/* Equal but for the case of ASCII letters, as header names are compared. */
static inline bool same_name(bytes a, bytes b)
{
    if (a.length != b.length) return false;
    for (size_t i = 0; i < a.length; i++)
        if (lower(a.data[i]) != lower(b.data[i])) return false;
    return true;
}

/* What follows the prefix; false where it does not begin so. */
static inline bool after_prefix(bytes text, bytes prefix, bytes *rest)
{
    if (text.length < prefix.length || memcmp(text.data, prefix.data, prefix.length) != 0) return false;
    *rest = (bytes){text.data + prefix.length, text.length - prefix.length};
    return true;
}

enum { DECIMAL_LENGTH = 20 };

/* A number in decimal, at the end of the buffer. */
static inline bytes decimal(char buffer[DECIMAL_LENGTH], uint64_t value)
{
    size_t i = DECIMAL_LENGTH;
    do buffer[--i] = (char)('0' + value % 10);
    while ((value /= 10) > 0);
    return (bytes){buffer + i, DECIMAL_LENGTH - i};
}

/* Reads digits and nothing else, up to `most`. */
static inline bool parse_decimal(bytes text, uint64_t most, uint64_t *value)
{
    uint64_t n = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned digit = (unsigned)(text.data[i] - '0');
        if (digit > 9 || n > (most - digit) / 10) return false;
        n = n * 10 + digit;
    }
    *value = n;
    return text.length > 0;
}

/* A whole number from a query that is NAME=NUMBER, where `prefix` is "NAME="; left as it is where there is no query. False where it is anything else. */
static inline bool query_number(invocation *in, bytes prefix, uint64_t most, uint64_t *number)
{
    bytes query, digits;
    if (!context(in, BYTES("query"), &query) || query.length == 0) return true;
    return after_prefix(query, prefix, &digits) && parse_decimal(digits, most, number);
}

enum { FIXED_LENGTH = 32 };

/* Writes a number with nine decimals, rounded half away from zero; its whole part must be below 9e9. Returns what follows it. */
static inline char *write_fixed(char *out, double value)
{
    char digits[DECIMAL_LENGTH];
    if (value < 0) *out++ = '-', value = -value;
    uint64_t scaled = (uint64_t)(value * 1e9 + 0.5);
    bytes whole = decimal(digits, scaled / 1000000000);
    memcpy(out, whole.data, whole.length);
    out += whole.length;
    *out++ = '.';
    bytes part = decimal(digits, scaled % 1000000000 + 1000000000);
    memcpy(out, part.data + 1, 9);
    return out + 9;
}

/* Answers 400 with a line that says why. */
static inline bytes bad_request(invocation *in, bytes why)
{
    set_status(in, 400);
    return why;
}

#endif
