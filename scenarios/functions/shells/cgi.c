/*
 * A handler as a CGI/1.1 program (RFC 3875): metadata in the environment, the body on stdin, the answer on stdout.
 * Built for WASI it is the wasi-command contract; natively it is a program that is started once a request.
 */
#include "shell.h"
#include "text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

enum { CHUNK = 65536, NAME_LENGTH = 256, HEAD_LENGTH = 4096 };

typedef struct {
    invocation base;
    /* Bytes of the body not yet read, where the request said how many there are. */
    size_t left;
    char *chunk;
    int status;
    bool typed, head_sent;
    size_t head_length;
    char head[HEAD_LENGTH];
} cgi;

static _Noreturn void fail(const char *message)
{
    ssize_t ignored = write(STDERR_FILENO, message, strlen(message));
    (void)ignored;
    _exit(1);
}

static size_t read_some(char *into, size_t length)
{
    for (;;) {
        ssize_t got = read(STDIN_FILENO, into, length);
        if (got >= 0) return (size_t)got;
        if (errno != EINTR) fail("The request's body cannot be read from stdin.\n");
    }
}

/* Fills the buffer as far as the body reaches. */
static size_t fill(cgi *in, char *into, size_t length)
{
    size_t filled = 0;
    while (filled < length && in->left > 0) {
        size_t want = length - filled < in->left ? length - filled : in->left;
        size_t got = read_some(into + filled, want);
        in->left = got == 0 ? 0 : in->left - got;
        filled += got;
    }
    return filled;
}

static void send(struct iovec *parts, int count)
{
    while (count > 0) {
        ssize_t sent = writev(STDOUT_FILENO, parts, count);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) fail("The answer cannot be written to stdout.\n");
        size_t rest = (size_t)sent;
        for (; count > 0 && rest >= parts->iov_len; parts++, count--) rest -= parts->iov_len;
        if (count == 0) return;
        parts->iov_base = (char *)parts->iov_base + rest;
        parts->iov_len -= rest;
    }
}

static void append(cgi *in, bytes text)
{
    if (text.length > HEAD_LENGTH - in->head_length) fail("The answer's head is longer than 4096 bytes.\n");
    memcpy(in->head + in->head_length, text.data, text.length);
    in->head_length += text.length;
}

/* Sends a part of the body, after the head where that is still to be sent. */
static void send_body(cgi *in, bytes piece)
{
    struct iovec parts[2] = {{in->head, 0}, {(char *)piece.data, piece.length}};
    if (!in->head_sent) {
        if (!in->typed) append(in, BYTES("Content-Type: application/octet-stream\r\n"));
        if (in->status != 200) {
            char line[] = "Status: 000\r\n";
            for (int i = 10, rest = in->status; i >= 8; i--, rest /= 10) line[i] = (char)('0' + rest % 10);
            append(in, (bytes){line, sizeof line - 1});
        }
        append(in, BYTES("\r\n"));
        parts[0].iov_len = in->head_length;
        in->head_sent = true;
    }
    send(parts, 2);
}

static const char *header_variable(bytes name, char variable[NAME_LENGTH])
{
    size_t n = 0;
    if (!same_name(name, BYTES("content-type")) && !same_name(name, BYTES("content-length"))) {
        memcpy(variable, "HTTP_", 5);
        n = 5;
    }
    if (name.length >= NAME_LENGTH - n) return NULL;
    for (size_t i = 0; i < name.length; i++) {
        char c = name.data[i];
        variable[n++] = c == '-' ? '_' : c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
    }
    variable[n] = 0;
    return getenv(variable);
}

static const char *variable_value(bytes name, char variable[NAME_LENGTH])
{
    if (name.length >= NAME_LENGTH) return NULL;
    memcpy(variable, name.data, name.length);
    variable[name.length] = 0;
    return getenv(variable);
}

static bool cgi_context(invocation *in, bytes key, bytes *value)
{
    (void)in;
    char variable[NAME_LENGTH];
    const char *found = NULL;
    bytes rest;
    if (same(key, BYTES("method"))) found = getenv("REQUEST_METHOD");
    else if (same(key, BYTES("path"))) found = getenv("PATH_INFO");
    else if (same(key, BYTES("query"))) found = getenv("QUERY_STRING");
    else if (after_prefix(key, BYTES("header:"), &rest)) found = header_variable(rest, variable);
    else if (after_prefix(key, BYTES("env:"), &rest)) found = variable_value(rest, variable);
    if (found == NULL) return false;
    *value = (bytes){found, strlen(found)};
    return true;
}

static bytes cgi_next_piece(invocation *invoked, bool *last)
{
    cgi *in = (cgi *)invoked;
    if (in->chunk == NULL) in->chunk = allocate(invoked, CHUNK);
    size_t length = fill(in, in->chunk, CHUNK);
    *last = in->left == 0;
    return (bytes){in->chunk, length};
}

static bytes cgi_whole_body(invocation *invoked)
{
    cgi *in = (cgi *)invoked;
    size_t capacity = in->left < SIZE_MAX ? in->left : CHUNK, length = 0;
    char *body = allocate(invoked, capacity);
    for (;;) {
        length += fill(in, body + length, capacity - length);
        if (in->left == 0) return (bytes){body, length};
        char *larger = allocate(invoked, capacity *= 2);
        memcpy(larger, body, length);
        body = larger;
    }
}

static void cgi_set_status(invocation *in, int status)
{
    ((cgi *)in)->status = status;
}

static void cgi_set_header(invocation *invoked, bytes name, bytes value)
{
    cgi *in = (cgi *)invoked;
    in->typed |= same_name(name, BYTES("content-type"));
    append(in, name);
    append(in, BYTES(": "));
    append(in, value);
    append(in, BYTES("\r\n"));
}

static void cgi_write_body(invocation *in, bytes piece)
{
    send_body((cgi *)in, piece);
}

static const shell cgi_shell = {
    .context = cgi_context,
    .whole_body = cgi_whole_body,
    .next_piece = cgi_next_piece,
    .set_status = cgi_set_status,
    .set_header = cgi_set_header,
    .write_body = cgi_write_body,
};

int cgi_run(void)
{
    static cgi in;
    in.base.shell = &cgi_shell;
    in.status = 200;
    in.left = SIZE_MAX;
    const char *length = getenv("CONTENT_LENGTH");
    uint64_t declared;
    if (length != NULL && *length != 0) {
        if (!parse_decimal((bytes){length, strlen(length)}, SIZE_MAX - 1, &declared)) fail("CONTENT_LENGTH is no number.\n");
        in.left = (size_t)declared;
    }
    send_body(&in, handle(&in.base));
    return 0;
}
