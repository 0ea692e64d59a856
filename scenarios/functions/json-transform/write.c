#include "document.h"
#include "text.h"

static char *write_text(char *to, bytes text)
{
    memcpy(to, text.data, text.length);
    return to + text.length;
}

static char *write_string(char *to, bytes text)
{
    *to++ = '"';
    for (size_t i = 0; i < text.length; i++) {
        static const char short_form[] = "btn\0fr";
        unsigned char c = (unsigned char)text.data[i];
        if (c >= ' ' && c != '"' && c != '\\') {
            *to++ = (char)c;
            continue;
        }
        *to++ = '\\';
        if (c >= ' ') {
            *to++ = (char)c;
        } else if (c >= '\b' && c <= '\r' && c != '\v') {
            *to++ = short_form[c - '\b'];
        } else {
            to = write_text(to, BYTES("u00"));
            *to++ = (char)('0' + (c >> 4));
            *to++ = "0123456789abcdef"[c & 15];
        }
    }
    *to++ = '"';
    return to;
}

char *json_write(char *to, const node *value)
{
    if (value->kind == STRING) return write_string(to, value->text);
    if (value->kind != ARRAY && value->kind != OBJECT) return write_text(to, value->text);
    *to++ = value->kind == ARRAY ? '[' : '{';
    for (const node *item = value->first; item != NULL; item = item->next) {
        if (item != value->first) *to++ = ',';
        if (value->kind == OBJECT) {
            to = write_string(to, item->name);
            *to++ = ':';
        }
        to = json_write(to, item);
    }
    *to++ = value->kind == ARRAY ? ']' : '}';
    return to;
}
