/* A JSON document in memory. */
#ifndef JSON_DOCUMENT_H
#define JSON_DOCUMENT_H

#include "function.h"

enum { DEEPEST = 64 };

typedef enum { VERBATIM, STRING, ARRAY, OBJECT, NOTHING } kind;

/* A value; in an object with its name, in an array or an object with what follows it. */
typedef struct node {
    struct node *next;
    bytes name;
    kind kind;
    union {
        bytes text;
        struct node *first;
    };
} node;

/* Why and where a text is no JSON. */
typedef struct {
    bytes why;
    size_t offset;
} json_error;

/* Reads a text (RFC 8259) whose objects come out tidy. The document refers to the text. */
bool json_read(invocation *in, bytes text, node *root, json_error *error);

/* Sorts members by their names' bytes, keeps the last of equal names, and leaves out those that are null. */
node *json_tidy(node *members);

/* Writes the compact form, which is never longer than the text that was read: each escape written was at least as long before. */
char *json_write(char *to, const node *value);

#endif
