#include "shell.h"

bool context(invocation *in, bytes key, bytes *value)
{
    return in->shell->context(in, key, value);
}

bytes whole_body(invocation *in)
{
    return in->shell->whole_body(in);
}

bytes next_piece(invocation *in, bool *last)
{
    return in->shell->next_piece(in, last);
}

void set_status(invocation *in, int status)
{
    in->shell->set_status(in, status);
}

void set_header(invocation *in, bytes name, bytes value)
{
    in->shell->set_header(in, name, value);
}

void write_body(invocation *in, bytes piece)
{
    in->shell->write_body(in, piece);
}

void *allocate(invocation *in, size_t size)
{
    return arena_take(&in->memory, size);
}
