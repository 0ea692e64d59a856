#include "function.h"

/* Gives the body back: at once where it came in one piece, else piece by piece, so that its size does not matter. */
bytes handle(invocation *in)
{
    bool last;
    bytes piece = next_piece(in, &last);
    for (; !last; piece = next_piece(in, &last)) write_body(in, piece);
    return piece;
}
