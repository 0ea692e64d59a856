#include "function.h"

#include <string.h>

enum { BLOCK = 64, LENGTH_AT = 56, DIGEST_WORDS = 8 };

/* FIPS 180-4, section 4.2.2. */
static const uint32_t K[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

typedef struct {
    uint32_t state[DIGEST_WORDS];
    uint64_t length;
    /* The beginning of a block that is not yet full. */
    unsigned char partial[BLOCK];
} sha256;

static uint32_t rotate(uint32_t x, int n)
{
    return x >> n | x << (32 - n);
}

static void add_block(uint32_t state[DIGEST_WORDS], const unsigned char *block)
{
    uint32_t w[64], a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
    for (int i = 0; i < 16; i++, block += 4) w[i] = (uint32_t)block[0] << 24 | (uint32_t)block[1] << 16 | (uint32_t)block[2] << 8 | block[3];
    for (int i = 16; i < 64; i++) {
        uint32_t s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3;
        uint32_t s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    for (int i = 0; i < 64; i++) {
        uint32_t t1 = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i];
        uint32_t t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
    }
    uint32_t sum[DIGEST_WORDS] = {a, b, c, d, e, f, g, h};
    for (int i = 0; i < DIGEST_WORDS; i++) state[i] += sum[i];
}

static void add(sha256 *s, bytes piece)
{
    const unsigned char *data = (const unsigned char *)piece.data;
    size_t held = s->length % BLOCK, left = piece.length;
    s->length += piece.length;
    if (held > 0) {
        size_t n = BLOCK - held < left ? BLOCK - held : left;
        memcpy(s->partial + held, data, n);
        data += n;
        left -= n;
        if (held + n < BLOCK) return;
        add_block(s->state, s->partial);
    }
    for (; left >= BLOCK; data += BLOCK, left -= BLOCK) add_block(s->state, data);
    memcpy(s->partial, data, left);
}

static void finish(sha256 *s)
{
    uint64_t bits = s->length * 8;
    size_t held = s->length % BLOCK;
    s->partial[held++] = 0x80;
    if (held > LENGTH_AT) {
        memset(s->partial + held, 0, BLOCK - held);
        add_block(s->state, s->partial);
        held = 0;
    }
    memset(s->partial + held, 0, LENGTH_AT - held);
    for (int i = BLOCK - 1; i >= LENGTH_AT; i--, bits >>= 8) s->partial[i] = (unsigned char)bits;
    add_block(s->state, s->partial);
}

/* The SHA-256 digest of the body in hexadecimal. */
bytes handle(invocation *in)
{
    sha256 s = {.state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};
    bool last = false;
    while (!last) add(&s, next_piece(in, &last));
    finish(&s);

    enum { DIGITS = DIGEST_WORDS * 8 };
    char *line = allocate(in, DIGITS + 1);
    for (int i = 0; i < DIGITS; i++) line[i] = "0123456789abcdef"[s.state[i / 8] >> (28 - 4 * (i % 8)) & 15];
    line[DIGITS] = '\n';
    set_header(in, BYTES("Content-Type"), BYTES("text/plain; charset=utf-8"));
    return (bytes){line, DIGITS + 1};
}
