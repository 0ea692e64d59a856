/* The program of the wasi-command contract. */
#include "shell.h"

int main(void)
{
    return cgi_run();
}
