#include "document.h"
#include "text.h"

static node *merge(node *a, node *b)
{
    node *first = NULL, **end = &first;
    while (a != NULL && b != NULL) {
        size_t shorter = a->name.length < b->name.length ? a->name.length : b->name.length;
        int order = memcmp(a->name.data, b->name.data, shorter);
        bool a_first = order < 0 || (order == 0 && a->name.length <= b->name.length);
        node **from = a_first ? &a : &b;
        *end = *from;
        end = &(*end)->next;
        *from = *end;
    }
    *end = a != NULL ? a : b;
    return first;
}

/* Sorts by the names' bytes; what was equal keeps its order. Bins of 1, 2, 4, ... members, so that it needs no recursion. */
static node *sort(node *members)
{
    node *bins[32] = {NULL}, *sorted = NULL;
    while (members != NULL) {
        node *one = members;
        members = one->next;
        one->next = NULL;
        int i = 0;
        for (; bins[i] != NULL; i++) {
            one = merge(bins[i], one);
            bins[i] = NULL;
        }
        bins[i] = one;
    }
    for (int i = 0; i < 32; i++) sorted = merge(bins[i], sorted);
    return sorted;
}

node *json_tidy(node *members)
{
    node *first = sort(members);
    for (node **at = &first; *at != NULL;) {
        node *member = *at;
        bool repeated = member->next != NULL && same(member->name, member->next->name);
        if (repeated || member->kind == NOTHING) *at = member->next;
        else at = &member->next;
    }
    return first;
}
