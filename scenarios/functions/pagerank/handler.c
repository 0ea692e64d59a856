#include "function.h"
#include "text.h"

enum { MOST_NODES = 1 << 20, ROUNDS = 50, TOP = 10, LINE = DECIMAL_LENGTH + FIXED_LENGTH };

static const double DAMPING = 0.85;

typedef struct {
    uint32_t from, to;
} edge;

typedef struct {
    edge *edges;
    uint32_t nodes, count;
} graph;

static bool space(char c)
{
    return c == ' ' || c == '\t';
}

/* Reads the node at a line's beginning and takes it away from the line. */
static bool take_node(bytes *line, uint32_t *node)
{
    uint64_t number;
    size_t length = 0;
    while (length < line->length && !space(line->data[length])) length++;
    if (!parse_decimal((bytes){line->data, length}, MOST_NODES - 1, &number)) return false;
    while (length < line->length && space(line->data[length])) length++;
    *line = (bytes){line->data + length, line->length - length};
    *node = (uint32_t)number;
    return true;
}

/* Takes the first line away from a text; what it ends with is not part of it. */
static bytes take_line(bytes *text)
{
    const char *end = memchr(text->data, '\n', text->length);
    size_t length = end == NULL ? text->length : (size_t)(end - text->data), taken = end == NULL ? length : length + 1;
    bytes line = {text->data, length > 0 && text->data[length - 1] == '\r' ? length - 1 : length};
    *text = (bytes){text->data + taken, text->length - taken};
    return line;
}

/* Reads edges, a line each; the number of the first line that is none, or 0. */
static uint32_t read_graph(invocation *in, bytes text, graph *g)
{
    size_t lines = 1;
    for (size_t i = 0; i < text.length; i++) lines += text.data[i] == '\n';
    *g = (graph){allocate(in, lines * sizeof *g->edges), 0, 0};
    for (uint32_t number = 1; text.length > 0; number++) {
        bytes line = take_line(&text);
        edge e;
        if (line.length == 0 || line.data[0] == '#') continue;
        if (!take_node(&line, &e.from) || !take_node(&line, &e.to) || line.length > 0) return number;
        uint32_t larger = e.from > e.to ? e.from : e.to;
        if (larger >= g->nodes) g->nodes = larger + 1;
        g->edges[g->count++] = e;
    }
    return 0;
}

static double *zeros(invocation *in, size_t count)
{
    return memset(allocate(in, count * sizeof(double)), 0, count * sizeof(double));
}

/* Page, Brin, Motwani, Winograd: The PageRank Citation Ranking (1999), by power iteration; nodes without an edge out give to all alike. */
static double *rank(invocation *in, const graph *g)
{
    double *old = zeros(in, g->nodes), *new = zeros(in, g->nodes), *degree = zeros(in, g->nodes);
    for (uint32_t e = 0; e < g->count; e++) degree[g->edges[e].from]++;
    for (uint32_t n = 0; n < g->nodes; n++) old[n] = 1.0 / g->nodes;
    for (int round = 0; round < ROUNDS; round++) {
        double loose = 0;
        for (uint32_t n = 0; n < g->nodes; n++)
            if (degree[n] == 0) loose += old[n];
        double base = (1 - DAMPING + DAMPING * loose) / g->nodes;
        for (uint32_t n = 0; n < g->nodes; n++) new[n] = base;
        for (uint32_t e = 0; e < g->count; e++) new[g->edges[e].to] += DAMPING * old[g->edges[e].from] / degree[g->edges[e].from];
        double *swapped = old;
        old = new;
        new = swapped;
    }
    return old;
}

/* Writes the nodes of the highest rank; of equal ones the lower number first. Ranks are used up. */
static char *write_top(char *out, double *ranks, uint32_t nodes)
{
    for (uint32_t written = 0; written < TOP && written < nodes; written++) {
        uint32_t best = 0;
        char digits[DECIMAL_LENGTH];
        for (uint32_t n = 1; n < nodes; n++)
            if (ranks[n] > ranks[best]) best = n;
        bytes node = decimal(digits, best);
        memcpy(out, node.data, node.length);
        out += node.length;
        *out++ = ' ';
        out = write_fixed(out, ranks[best]);
        *out++ = '\n';
        ranks[best] = -1;
    }
    return out;
}

static bytes bad_line(invocation *in, uint32_t number)
{
    static const bytes before = BYTES("Line "), after = BYTES(": give two nodes, numbers below 1048576, or begin it with '#'.\n");
    char digits[DECIMAL_LENGTH], *text = allocate(in, before.length + DECIMAL_LENGTH + after.length), *p = text;
    bytes parts[] = {before, decimal(digits, number), after};
    for (int i = 0; i < 3; p += parts[i++].length) memcpy(p, parts[i].data, parts[i].length);
    return bad_request(in, (bytes){text, (size_t)(p - text)});
}

/* Ranks the nodes of a graph and says the ten first. */
bytes handle(invocation *in)
{
    graph g;
    set_header(in, BYTES("Content-Type"), BYTES("text/plain; charset=utf-8"));
    uint32_t bad = read_graph(in, whole_body(in), &g);
    if (bad > 0) return bad_line(in, bad);
    if (g.count == 0) return bad_request(in, BYTES("Give the edges of a graph as the body: two nodes a line.\n"));
    char *lines = allocate(in, TOP * LINE);
    return (bytes){lines, (size_t)(write_top(lines, rank(in, &g), g.nodes) - lines)};
}
