#include "parser.h"

/* Four hexadecimal digits. */
static bool read_unit(parser *p, uint32_t *unit)
{
    *unit = 0;
    for (int i = 0; i < 4; i++, p->at++) {
        if (p->at == p->end) return unexpected(p);
        char c = lower(*p->at);
        if (c >= '0' && c <= '9') *unit = *unit << 4 | (uint32_t)(c - '0');
        else if (c >= 'a' && c <= 'f') *unit = *unit << 4 | (uint32_t)(c - 'a' + 10);
        else return unexpected(p);
    }
    return true;
}

static char *put_utf8(char *to, uint32_t c)
{
    if (c < 0x80) {
        *to++ = (char)c;
        return to;
    }
    int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    *to++ = (char)((0xFF00 >> (more + 1) & 0xFF) | c >> 6 * more);
    while (more-- > 0) *to++ = (char)(0x80 | (c >> 6 * more & 0x3F));
    return to;
}

/* What follows a backslash. */
static bool read_escape(parser *p, char **to)
{
    static const char codes[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    const char *begin = p->at - 1;
    if (p->at == p->end) return unexpected(p);
    const char *code = memchr(codes, *p->at, sizeof codes - 1);
    if (code != NULL) {
        *(*to)++ = meant[code - codes];
        p->at++;
        return true;
    }
    uint32_t unit, second;
    if (!expect(p, 'u') || !read_unit(p, &unit)) return false;
    if (unit >= 0xD800 && unit < 0xE000) {
        /* Half a pair says nothing alone. */
        if (unit >= 0xDC00 || !take(p, '\\') || !take(p, 'u')) return fail(p, begin, BYTES("unexpected byte"));
        if (!read_unit(p, &second)) return false;
        if (second < 0xDC00 || second >= 0xE000) return fail(p, begin, BYTES("unexpected byte"));
        unit = 0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00);
    }
    *to = put_utf8(*to, unit);
    return true;
}

/* Length of the UTF-8 sequence that begins here, 0 where there is none (RFC 3629). */
static size_t utf8_length(const char *at, const char *end)
{
    const unsigned char *s = (const unsigned char *)at;
    size_t length = s[0] < 0x80 ? 1 : s[0] < 0xC2 ? 0 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : s[0] < 0xF5 ? 4 : 0;
    if (length == 0 || length > (size_t)(end - at)) return 0;
    for (size_t i = 1; i < length; i++)
        if ((s[i] & 0xC0) != 0x80) return 0;
    if ((s[0] == 0xE0 && s[1] < 0xA0) || (s[0] == 0xED && s[1] >= 0xA0) || (s[0] == 0xF0 && s[1] < 0x90) || (s[0] == 0xF4 && s[1] >= 0x90)) return 0;
    return length;
}

bool parse_string(parser *p, bytes *text)
{
    const char *begin = p->at;
    char *copy = NULL, *to = NULL;
    while (p->at < p->end && *p->at != '"') {
        if (*p->at == '\\') {
            if (copy == NULL) {
                /* No longer than the input up to the end of the string. */
                const char *close = p->at;
                while (close < p->end && *close != '"') close += *close == '\\' && p->end - close > 1 ? 2 : 1;
                to = copy = allocate(p->in, (size_t)(close - begin));
                memcpy(copy, begin, (size_t)(p->at - begin));
                to += p->at - begin;
            }
            p->at++;
            if (!read_escape(p, &to)) return false;
            continue;
        }
        size_t length = (unsigned char)*p->at < ' ' ? 0 : utf8_length(p->at, p->end);
        if (length == 0) return unexpected(p);
        if (to != NULL) {
            memcpy(to, p->at, length);
            to += length;
        }
        p->at += length;
    }
    *text = copy == NULL ? (bytes){begin, (size_t)(p->at - begin)} : (bytes){copy, (size_t)(to - copy)};
    return expect(p, '"');
}
