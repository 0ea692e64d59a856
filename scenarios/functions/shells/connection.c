#include "connection.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { FIRST_CAPACITY = 16384, KEPT_CAPACITY = 1 << 20 };

connection *connection_new(int socket)
{
    connection *c = calloc(1, sizeof *c);
    if (c == NULL) return NULL;
    c->socket = socket;
    c->buffer = malloc(c->capacity = FIRST_CAPACITY);
    if (c->buffer != NULL) return c;
    free(c);
    return NULL;
}

void connection_free(connection *c)
{
    close(c->socket);
    free(c->buffer);
    free(c->output);
    free(c);
}

/* Room for at least one more byte, and for all of the request that is known. */
static bool make_room(connection *c)
{
    if (c->begin > 0 && (c->end == c->capacity || c->begin + c->wanted > c->capacity)) {
        memmove(c->buffer, c->buffer + c->begin, c->end - c->begin);
        c->end -= c->begin;
        c->begin = 0;
    }
    size_t capacity = c->end == c->capacity ? 2 * c->capacity : c->capacity;
    if (capacity < c->wanted) capacity = c->wanted;
    if (capacity == c->capacity) return true;
    char *larger = realloc(c->buffer, capacity);
    if (larger == NULL) return false;
    c->buffer = larger;
    c->capacity = capacity;
    return true;
}

/* Nothing is left over: a buffer that one large body made large goes back. */
static void rewind_buffer(connection *c)
{
    c->begin = c->end = 0;
    if (c->capacity <= KEPT_CAPACITY) return;
    char *smaller = realloc(c->buffer, FIRST_CAPACITY);
    if (smaller == NULL) return;
    c->buffer = smaller;
    c->capacity = FIRST_CAPACITY;
}

/* Sends, and keeps what the socket does not take. False when the client is gone. */
static bool send_parts(connection *c, struct iovec *parts, size_t count)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++) total += parts[i].iov_len;
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = count};
    ssize_t sent = sendmsg(c->socket, &message, MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN && errno != EINTR) return false;
    size_t gone = sent < 0 ? 0 : (size_t)sent;
    if (gone == total) return true;
    c->output = malloc(total - gone);
    if (c->output == NULL) return false;
    c->output_begin = c->output_end = 0;
    for (size_t i = 0; i < count; i++) {
        size_t skip = gone < parts[i].iov_len ? gone : parts[i].iov_len;
        gone -= skip;
        if (parts[i].iov_len == skip) continue;
        memcpy(c->output + c->output_end, (char *)parts[i].iov_base + skip, parts[i].iov_len - skip);
        c->output_end += parts[i].iov_len - skip;
    }
    return true;
}

/* Sends what was kept. False when the client is gone. */
static bool send_kept(connection *c)
{
    ssize_t sent = send(c->socket, c->output + c->output_begin, c->output_end - c->output_begin, MSG_NOSIGNAL);
    if (sent < 0) return errno == EAGAIN || errno == EINTR;
    c->output_begin += (size_t)sent;
    if (c->output_begin < c->output_end) return true;
    free(c->output);
    c->output = NULL;
    return true;
}

/* A body's bytes as far as they came; HTTP_OK when all did, and `used` is then the request's length. */
static int read_body(connection *c, const http_head *head, bytes *body, size_t *used)
{
    char *start = c->buffer + c->begin + head->length;
    size_t length = c->end - c->begin - head->length;
    if (!head->chunked) {
        *body = (bytes){start, (size_t)head->body_length};
        *used = head->length + (size_t)head->body_length;
        c->wanted = *used;
        return length >= head->body_length ? HTTP_OK : HTTP_INCOMPLETE;
    }

    if (!c->dechunking) c->chunks = (http_chunks){0};
    c->dechunking = true;
    int result = http_read_chunks(&c->chunks, start, length);
    *body = (bytes){start, c->chunks.decoded};
    *used = head->length + c->chunks.read;
    if (result == HTTP_INCOMPLETE) {
        /* Close the gap, so that the buffer holds little more than the body. */
        memmove(start + c->chunks.decoded, start + c->chunks.read, length - c->chunks.read);
        c->end -= c->chunks.read - c->chunks.decoded;
        c->chunks.read = c->chunks.decoded;
    }
    return result;
}

static bool refuse(connection *c, answer *a, int status)
{
    struct iovec parts[ANSWER_PARTS];
    c->closing = true;
    answer_error(a, status, parts);
    return send_parts(c, parts, ANSWER_PARTS);
}

static bool ask_to_go_on(connection *c)
{
    struct iovec part = {"HTTP/1.1 100 Continue\r\n\r\n", 25};
    c->continued = true;
    return send_parts(c, &part, 1);
}

/* Answers the requests that lie complete in the buffer. False when the client is gone. */
static bool answer_all(connection *c, answer *a)
{
    while (c->begin < c->end && c->end - c->begin >= c->wanted && c->output == NULL && !c->closing) {
        http_head head;
        bytes body = {0};
        size_t used = 0;
        int result = http_read_head((bytes){c->buffer + c->begin, c->end - c->begin}, &head);
        if (result == HTTP_OK) {
            result = read_body(c, &head, &body, &used);
            if (result == HTTP_INCOMPLETE && head.expects_continue && !c->continued && !ask_to_go_on(c)) return false;
        }
        if (result == HTTP_INCOMPLETE) return true;
        if (result != HTTP_OK) return refuse(c, a, result);

        struct iovec parts[ANSWER_PARTS];
        answer_request(a, &head, body, parts);
        c->closing = !head.keep_alive;
        if (!send_parts(c, parts, ANSWER_PARTS)) return false;
        c->begin += used;
        c->wanted = 0;
        c->continued = c->dechunking = false;
        if (c->begin == c->end) rewind_buffer(c);
    }
    return true;
}

/* Takes what the socket has. False at its end. */
static bool receive(connection *c)
{
    if (c->closing) c->begin = c->end = c->wanted = 0;
    if (!make_room(c)) return false;
    ssize_t got = recv(c->socket, c->buffer + c->end, c->capacity - c->end, 0);
    if (got < 0) return errno == EAGAIN || errno == EINTR;
    c->end += (size_t)got;
    return got > 0;
}

connection_wait connection_advance(connection *c, answer *a)
{
    bool was_closing = c->closing;
    if (c->waits == WAIT_OUTPUT ? !send_kept(c) : !receive(c)) return c->waits = WAIT_NOTHING;
    if (!answer_all(c, a)) return c->waits = WAIT_NOTHING;
    if (c->output != NULL) return c->waits = WAIT_OUTPUT;
    /* What the client still sends is read and thrown away: closing at once could take the answer from it. */
    if (c->closing && (!was_closing || c->waits == WAIT_OUTPUT)) shutdown(c->socket, SHUT_WR);
    return c->waits = WAIT_INPUT;
}
