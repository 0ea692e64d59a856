#include "answer.h"
#include "text.h"

#include <stdlib.h>

static const char *reason(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 204: return "No Content";
    case 400: return "Bad Request";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 413: return "Content Too Large";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 505: return "HTTP Version Not Supported";
    default: return "Status";
    }
}

static void append(answer *a, bytes text)
{
    if (text.length > ANSWER_FIELDS_LIMIT - a->fields_length) {
        a->failed = true;
        return;
    }
    memcpy(a->fields + a->fields_length, text.data, text.length);
    a->fields_length += text.length;
}

/* All values of a header, joined as RFC 9110 (5.3) joins them. */
static bool find_field(answer *a, bytes wanted, bytes *found)
{
    bytes fields = a->head->fields, name, value;
    bool any = false;
    while (http_next_field(&fields, &name, &value)) {
        if (!same_name(name, wanted)) continue;
        if (any) {
            char *joined = allocate(&a->base, found->length + 2 + value.length);
            memcpy(joined, found->data, found->length);
            memcpy(joined + found->length, ", ", 2);
            memcpy(joined + found->length + 2, value.data, value.length);
            value = (bytes){joined, found->length + 2 + value.length};
        }
        *found = value;
        any = true;
    }
    return any;
}

static bool find_variable(answer *a, bytes name, bytes *found)
{
    char *variable = allocate(&a->base, name.length + 1);
    memcpy(variable, name.data, name.length);
    variable[name.length] = 0;
    const char *value = getenv(variable);
    if (value == NULL) return false;
    *found = (bytes){value, strlen(value)};
    return true;
}

static bool http_context(invocation *in, bytes key, bytes *value)
{
    answer *a = (answer *)in;
    bytes rest;
    if (same(key, BYTES("method"))) *value = a->head->method;
    else if (same(key, BYTES("path"))) *value = http_decode(a->head->path, allocate(in, a->head->path.length));
    else if (same(key, BYTES("query"))) *value = a->head->query;
    else if (after_prefix(key, BYTES("header:"), &rest)) return find_field(a, rest, value);
    else if (after_prefix(key, BYTES("env:"), &rest)) return find_variable(a, rest, value);
    else return false;
    return true;
}

static bytes http_whole_body(invocation *in)
{
    return ((answer *)in)->body;
}

static bytes http_next_piece(invocation *in, bool *last)
{
    *last = true;
    return ((answer *)in)->body;
}

static void http_set_status(invocation *in, int status)
{
    ((answer *)in)->status = status;
}

static void http_set_header(invocation *in, bytes name, bytes value)
{
    answer *a = (answer *)in;
    a->typed |= same_name(name, BYTES("content-type"));
    append(a, name);
    append(a, BYTES(": "));
    append(a, value);
    append(a, BYTES("\r\n"));
}

static void http_write_body(invocation *in, bytes piece)
{
    answer *a = (answer *)in;
    if (piece.length > a->written_capacity - a->written_length) {
        size_t capacity = 2 * a->written_capacity + piece.length;
        char *larger = realloc(a->written, capacity);
        if (larger == NULL) {
            a->failed = true;
            return;
        }
        a->written = larger;
        a->written_capacity = capacity;
    }
    memcpy(a->written + a->written_length, piece.data, piece.length);
    a->written_length += piece.length;
}

static const shell http_shell = {
    .context = http_context,
    .whole_body = http_whole_body,
    .next_piece = http_next_piece,
    .set_status = http_set_status,
    .set_header = http_set_header,
    .write_body = http_write_body,
};

static void begin(answer *a)
{
    a->base.shell = &http_shell;
    arena_reset(&a->base.memory);
    a->status = 200;
    a->typed = a->failed = false;
    a->fields_length = a->written_length = 0;
}

static char *put(char *at, bytes text)
{
    memcpy(at, text.data, text.length);
    return at + text.length;
}

static void finish(answer *a, bytes rest, bool keep_alive, bool with_body, struct iovec parts[ANSWER_PARTS])
{
    char digits[DECIMAL_LENGTH];
    const char *why = reason(a->status);
    bool bodiless = a->status == 204 || a->status == 304;
    char *at = put(a->start, BYTES("HTTP/1.1 "));
    at = put(at, decimal(digits, (uint64_t)a->status));
    at = put(at, BYTES(" "));
    at = put(at, (bytes){why, strlen(why)});
    at = put(at, BYTES("\r\n"));
    at = put(at, (bytes){a->fields, a->fields_length});
    if (!a->typed && !bodiless) at = put(at, BYTES("Content-Type: application/octet-stream\r\n"));
    if (!bodiless) {
        at = put(at, BYTES("Content-Length: "));
        at = put(at, decimal(digits, a->written_length + rest.length));
        at = put(at, BYTES("\r\n"));
    }
    if (!keep_alive) at = put(at, BYTES("Connection: close\r\n"));
    at = put(at, BYTES("\r\n"));
    with_body &= !bodiless;
    parts[0] = (struct iovec){a->start, (size_t)(at - a->start)};
    parts[1] = (struct iovec){a->written, with_body ? a->written_length : 0};
    parts[2] = (struct iovec){(char *)rest.data, with_body ? rest.length : 0};
}

void answer_request(answer *a, const http_head *head, bytes body, struct iovec parts[ANSWER_PARTS])
{
    begin(a);
    a->head = head;
    a->body = body;
    bytes rest;
    if (same(head->path, BYTES("/healthz"))) {
        set_header(&a->base, BYTES("Content-Type"), BYTES("text/plain; charset=utf-8"));
        rest = BYTES("ok\n");
    } else {
        rest = handle(&a->base);
    }

    if (a->failed) {
        begin(a);
        a->status = 500;
        rest = BYTES("The answer's head or body is too large.\n");
    }
    finish(a, rest, head->keep_alive, !same(head->method, BYTES("HEAD")), parts);
}

void answer_error(answer *a, int status, struct iovec parts[ANSWER_PARTS])
{
    begin(a);
    a->status = status;
    set_header(&a->base, BYTES("Content-Type"), BYTES("text/plain; charset=utf-8"));
    const char *why = reason(status);
    write_body(&a->base, (bytes){why, strlen(why)});
    finish(a, BYTES("\n"), false, true, parts);
}
