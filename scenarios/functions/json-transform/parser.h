/* Reading JSON: the position in the text, and the steps that all parts of the grammar need. */
#ifndef JSON_PARSER_H
#define JSON_PARSER_H

#include "document.h"
#include "text.h"

typedef struct {
    invocation *in;
    const char *start, *at, *end;
    int depth;
    bytes why;
} parser;

static inline bool fail(parser *p, const char *at, bytes why)
{
    p->at = at;
    p->why = why;
    return false;
}

static inline bool unexpected(parser *p)
{
    return fail(p, p->at, p->at == p->end ? BYTES("unexpected end") : BYTES("unexpected byte"));
}

static inline void skip_space(parser *p)
{
    while (p->at < p->end && (*p->at == ' ' || *p->at == '\n' || *p->at == '\r' || *p->at == '\t')) p->at++;
}

static inline bool take(parser *p, char c)
{
    if (p->at == p->end || *p->at != c) return false;
    p->at++;
    return true;
}

static inline bool expect(parser *p, char c)
{
    return take(p, c) || unexpected(p);
}

/* Reads a string after its first quote: a part of the text where nothing in it is escaped. */
bool parse_string(parser *p, bytes *text);

#endif
