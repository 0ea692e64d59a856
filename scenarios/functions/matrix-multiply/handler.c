#include "function.h"
#include "text.h"

enum { DEFAULT = 128, MOST = 1024 };

/* The next of a fixed row of numbers in [0, 1) (Numerical Recipes' generator: multiplier 1664525, increment 1013904223). */
static double next(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return (double)(*state >> 8) / (1 << 24);
}

static double *matrix(invocation *in, size_t n, uint32_t seed)
{
    double *m = allocate(in, n * n * sizeof *m);
    for (size_t i = 0; i < n * n; i++) m[i] = next(&seed);
    return m;
}

/* Row by row, so that the innermost loop goes along rows of both. */
static double *multiply(invocation *in, const double *a, const double *b, size_t n)
{
    double *product = allocate(in, n * n * sizeof *product);
    memset(product, 0, n * n * sizeof *product);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++) {
            double factor = a[i * n + k];
            for (size_t j = 0; j < n; j++) product[i * n + j] += factor * b[k * n + j];
        }
    return product;
}

/* Multiplies two square matrices and says the trace and the sum of the product. */
bytes handle(invocation *in)
{
    uint64_t n = DEFAULT;
    set_header(in, BYTES("Content-Type"), BYTES("text/plain; charset=utf-8"));
    if (!query_number(in, BYTES("n="), MOST, &n) || n == 0) return bad_request(in, BYTES("Give n=NUMBER as the query, from 1 to 1024.\n"));
    double *product = multiply(in, matrix(in, n, 1), matrix(in, n, 2), n);
    double trace = 0, sum = 0;
    for (size_t i = 0; i < n; i++) trace += product[i * n + i];
    for (size_t i = 0; i < n * n; i++) sum += product[i];
    char *lines = allocate(in, 2 * FIXED_LENGTH), *end = write_fixed(lines, trace);
    *end++ = '\n';
    end = write_fixed(end, sum);
    *end++ = '\n';
    return (bytes){lines, (size_t)(end - lines)};
}
