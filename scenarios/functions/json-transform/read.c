#include "parser.h"

static bool skip_digits(parser *p)
{
    const char *begin = p->at;
    while (p->at < p->end && *p->at >= '0' && *p->at <= '9') p->at++;
    return p->at > begin || unexpected(p);
}

/* A number stays as it was written. */
static bool read_number(parser *p, node *value)
{
    const char *begin = p->at;
    take(p, '-');
    if (!take(p, '0') && !skip_digits(p)) return false;
    if (take(p, '.') && !skip_digits(p)) return false;
    if (take(p, 'e') || take(p, 'E')) {
        if (!take(p, '+')) take(p, '-');
        if (!skip_digits(p)) return false;
    }
    value->kind = VERBATIM;
    value->text = (bytes){begin, (size_t)(p->at - begin)};
    return true;
}

static bool read_word(parser *p, node *value, bytes word, kind kind)
{
    value->kind = kind;
    value->text = word;
    for (size_t i = 0; i < word.length; i++)
        if (!expect(p, word.data[i])) return false;
    return true;
}

static bool read_value(parser *p, node *value);

/* Elements or members up to the closing bracket. */
static bool read_list(parser *p, node *list, char close)
{
    node **end = &list->first;
    list->kind = close == ']' ? ARRAY : OBJECT;
    list->first = NULL;
    skip_space(p);
    if (take(p, close)) return true;
    for (;;) {
        node *item = *end = allocate(p->in, sizeof *item);
        item->next = NULL;
        end = &item->next;
        skip_space(p);
        if (close == '}') {
            if (!expect(p, '"') || !parse_string(p, &item->name)) return false;
            skip_space(p);
            if (!expect(p, ':')) return false;
        }
        if (!read_value(p, item)) return false;
        skip_space(p);
        if (take(p, ',')) continue;
        if (!expect(p, close)) return false;
        if (close == '}') list->first = json_tidy(list->first);
        return true;
    }
}

static bool read_value(parser *p, node *value)
{
    skip_space(p);
    char c = p->at < p->end ? *p->at : 0;
    if (c == '[' || c == '{') {
        if (p->depth == DEEPEST) return fail(p, p->at, BYTES("more than 64 levels"));
        p->at++;
        p->depth++;
        bool read = read_list(p, value, c == '[' ? ']' : '}');
        p->depth--;
        return read;
    }
    if (take(p, '"')) {
        value->kind = STRING;
        return parse_string(p, &value->text);
    }
    if (c == 't') return read_word(p, value, BYTES("true"), VERBATIM);
    if (c == 'f') return read_word(p, value, BYTES("false"), VERBATIM);
    if (c == 'n') return read_word(p, value, BYTES("null"), NOTHING);
    return c == '-' || (c >= '0' && c <= '9') ? read_number(p, value) : unexpected(p);
}

bool json_read(invocation *in, bytes text, node *root, json_error *error)
{
    parser p = {.in = in, .start = text.data, .at = text.data, .end = text.data + text.length};
    if (read_value(&p, root)) {
        skip_space(&p);
        if (p.at == p.end) return true;
        unexpected(&p);
    }
    *error = (json_error){p.why, (size_t)(p.at - p.start)};
    return false;
}
