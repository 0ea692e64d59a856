#include "http.h"
#include "text.h"

enum { BAD_REQUEST = 400, BODY_TOO_LARGE = 413, HEAD_TOO_LARGE = 431, NOT_IMPLEMENTED = 501, BAD_VERSION = 505, CHUNK_LINE_LIMIT = 256 };

static bool is_token(bytes text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c <= ' ' || c >= 127 || strchr("\"(),/:;<=>?@[\\]{}", c) != NULL) return false;
    }
    return text.length > 0;
}

static int hex(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    c = lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Takes what stands before the separator off the text; false where there is none. */
static bool cut(bytes *text, char separator, bytes *before)
{
    const char *at = memchr(text->data, separator, text->length);
    if (at == NULL) return false;
    *before = (bytes){text->data, (size_t)(at - text->data)};
    *text = (bytes){at + 1, text->length - before->length - 1};
    return true;
}

/* Takes a line off the text; its end is CRLF and nothing else, so that no other reader sees another end. */
static bool cut_line(bytes *text, bytes *line)
{
    if (!cut(text, '\n', line) || line->length == 0 || line->data[line->length - 1] != '\r') return false;
    line->length--;
    return memchr(line->data, '\r', line->length) == NULL;
}

static bytes trim(bytes text)
{
    while (text.length > 0 && (*text.data == ' ' || *text.data == '\t')) text.data++, text.length--;
    while (text.length > 0 && (text.data[text.length - 1] == ' ' || text.data[text.length - 1] == '\t')) text.length--;
    return text;
}

bytes http_decode(bytes text, char *into)
{
    size_t n = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == '%') {
            into[n++] = (char)(hex(text.data[i + 1]) << 4 | hex(text.data[i + 2]));
            i += 2;
        } else {
            into[n++] = text.data[i];
        }
    }
    return (bytes){into, n};
}

/* Whether a decoder finds nothing odd: two digits after each percent sign, no zero, nothing unprintable. */
static bool decodable(bytes text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c <= ' ' || c == 127) return false;
        if (c != '%') continue;
        if (text.length - i < 3 || hex(text.data[i + 1]) < 0 || hex(text.data[i + 2]) < 0) return false;
        if (text.data[i + 1] == '0' && text.data[i + 2] == '0') return false;
    }
    return true;
}

/* Origin form (/path?query), absolute form (http://host/path?query) or the asterisk. */
static bool read_target(bytes target, http_head *head)
{
    bytes rest;
    if (after_prefix(target, BYTES("http://"), &rest) || after_prefix(target, BYTES("https://"), &rest)) {
        const char *slash = memchr(rest.data, '/', rest.length);
        target = slash == NULL ? BYTES("/") : (bytes){slash, (size_t)(rest.data + rest.length - slash)};
    }
    if (target.length == 0 || (*target.data != '/' && !same(target, BYTES("*")))) return false;
    head->query = (bytes){0};
    if (cut(&target, '?', &head->path)) head->query = target;
    else head->path = target;
    return decodable(head->path) && decodable(head->query);
}

static int read_request_line(bytes line, http_head *head)
{
    bytes target;
    if (!cut(&line, ' ', &head->method) || !cut(&line, ' ', &target) || !is_token(head->method)) return BAD_REQUEST;
    if (!same(line, BYTES("HTTP/1.1")) && !same(line, BYTES("HTTP/1.0"))) {
        bytes rest;
        return after_prefix(line, BYTES("HTTP/"), &rest) ? BAD_VERSION : BAD_REQUEST;
    }
    head->keep_alive = same(line, BYTES("HTTP/1.1"));
    return read_target(target, head) ? HTTP_OK : BAD_REQUEST;
}

bool http_next_field(bytes *fields, bytes *name, bytes *value)
{
    bytes line;
    if (!cut_line(fields, &line) || !cut(&line, ':', name)) return false;
    *value = trim(line);
    return true;
}

static bool is_field_value(bytes value)
{
    for (size_t i = 0; i < value.length; i++)
        if (((unsigned char)value.data[i] < ' ' && value.data[i] != '\t') || value.data[i] == 127) return false;
    return true;
}

static bool lists(bytes value, bytes member)
{
    bytes item;
    while (cut(&value, ',', &item))
        if (same_name(trim(item), member)) return true;
    return same_name(trim(value), member);
}

/* The fields that say where the request ends and what becomes of the connection. */
static int read_fields(http_head *head, bool http_1_1)
{
    bytes fields = head->fields, name, value;
    int hosts = 0, lengths = 0;
    while (fields.length > 0) {
        if (!http_next_field(&fields, &name, &value) || !is_token(name) || !is_field_value(value)) return BAD_REQUEST;
        if (same_name(name, BYTES("content-length"))) {
            uint64_t length;
            if (!parse_decimal(value, UINT64_MAX, &length) || (lengths++ > 0 && length != head->body_length)) return BAD_REQUEST;
            head->body_length = length;
        } else if (same_name(name, BYTES("transfer-encoding"))) {
            if (head->chunked) return BAD_REQUEST;
            if (!same_name(value, BYTES("chunked"))) return NOT_IMPLEMENTED;
            head->chunked = true;
        } else if (same_name(name, BYTES("connection"))) {
            if (lists(value, BYTES("close"))) head->keep_alive = false;
            else if (!http_1_1 && lists(value, BYTES("keep-alive"))) head->keep_alive = true;
        } else if (same_name(name, BYTES("expect"))) {
            head->expects_continue = same_name(value, BYTES("100-continue"));
        } else if (same_name(name, BYTES("host"))) {
            hosts++;
        }
    }
    if (hosts > 1 || (http_1_1 && hosts == 0)) return BAD_REQUEST;
    /* Two lengths are how requests are smuggled past one of two readers. */
    if (head->chunked && (lengths > 0 || !http_1_1)) return BAD_REQUEST;
    return head->body_length > HTTP_BODY_LIMIT ? BODY_TOO_LARGE : HTTP_OK;
}

/* Where the empty line ends that ends the head, or 0. */
static size_t head_end(bytes buffer)
{
    const char *end = memmem(buffer.data, buffer.length, "\r\n\r\n", 4);
    return end == NULL ? 0 : (size_t)(end - buffer.data) + 4;
}

int http_read_head(bytes buffer, http_head *head)
{
    bytes rest = buffer, line;
    *head = (http_head){0};
    while (rest.length >= 2 && rest.data[0] == '\r' && rest.data[1] == '\n') rest.data += 2, rest.length -= 2;
    size_t length = head_end((bytes){rest.data, rest.length < HTTP_HEAD_LIMIT ? rest.length : HTTP_HEAD_LIMIT});
    if (length == 0) {
        if (buffer.length >= HTTP_HEAD_LIMIT) return HEAD_TOO_LARGE;
        /* A line that ends in a bare LF will never become a head. */
        const char *lf = memchr(rest.data, '\n', rest.length);
        return lf != NULL && (lf == rest.data || lf[-1] != '\r') ? BAD_REQUEST : HTTP_INCOMPLETE;
    }
    head->length = (size_t)(rest.data - buffer.data) + length;
    rest.length = length - 2;
    if (!cut_line(&rest, &line)) return BAD_REQUEST;
    int result = read_request_line(line, head);
    head->fields = rest;
    return result == HTTP_OK ? read_fields(head, head->keep_alive) : result;
}

/* The size that begins a chunk; what follows a semicolon is for others. */
static bool read_size(bytes line, size_t *size)
{
    size_t digits = 0, n = 0;
    for (; digits < line.length && hex(line.data[digits]) >= 0; digits++) {
        if (n > HTTP_BODY_LIMIT) return false;
        n = n << 4 | (size_t)hex(line.data[digits]);
    }
    bytes rest = trim((bytes){line.data + digits, line.length - digits});
    *size = n;
    return digits > 0 && (rest.length == 0 || *rest.data == ';');
}

int http_read_chunks(http_chunks *chunks, char *buffer, size_t length)
{
    for (;;) {
        bytes rest = {buffer + chunks->read, length - chunks->read}, line;
        if (chunks->state == CHUNK_DATA) {
            size_t n = rest.length < chunks->left ? rest.length : chunks->left;
            memmove(buffer + chunks->decoded, rest.data, n);
            chunks->decoded += n;
            chunks->read += n;
            chunks->left -= n;
            if (chunks->left > 0) return HTTP_INCOMPLETE;
            chunks->state = CHUNK_END;
            continue;
        }
        if (memchr(rest.data, '\n', rest.length) == NULL) return rest.length > CHUNK_LINE_LIMIT ? BAD_REQUEST : HTTP_INCOMPLETE;
        if (!cut_line(&rest, &line)) return BAD_REQUEST;
        chunks->read = (size_t)(rest.data - buffer);
        if (chunks->state == CHUNK_SIZE) {
            if (!read_size(line, &chunks->left)) return BAD_REQUEST;
            if (chunks->left > HTTP_BODY_LIMIT - chunks->decoded) return BODY_TOO_LARGE;
            chunks->state = chunks->left > 0 ? CHUNK_DATA : CHUNK_TRAILER;
        } else if (chunks->state == CHUNK_END) {
            if (line.length > 0) return BAD_REQUEST;
            chunks->state = CHUNK_SIZE;
        } else if (line.length == 0) {
            return HTTP_OK;
        }
    }
}
