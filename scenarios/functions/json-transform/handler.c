#include "document.h"
#include "text.h"

static char *put(char *to, bytes text)
{
    memcpy(to, text.data, text.length);
    return to + text.length;
}

static bytes refuse(invocation *in, json_error error)
{
    char digits[DECIMAL_LENGTH];
    char *message = allocate(in, 64 + error.why.length), *to = message;
    to = put(to, BYTES("Not JSON: "));
    to = put(to, error.why);
    to = put(to, BYTES(" at byte "));
    to = put(to, decimal(digits, error.offset));
    to = put(to, BYTES(".\n"));
    set_status(in, 400);
    set_header(in, BYTES("Content-Type"), BYTES("text/plain; charset=utf-8"));
    return (bytes){message, (size_t)(to - message)};
}

/* Gives a JSON document back in compact form: members sorted by name, the last of equal names alone, those that are null left out. */
bytes handle(invocation *in)
{
    bytes body = whole_body(in);
    node root = {0};
    json_error error;
    if (!json_read(in, body, &root, &error)) return refuse(in, error);

    char *compact = allocate(in, body.length), *end = json_write(compact, &root);
    set_header(in, BYTES("Content-Type"), BYTES("application/json"));
    return (bytes){compact, (size_t)(end - compact)};
}
