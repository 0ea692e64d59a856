/* The native program: without arguments a CGI program, with --serve a server. */
#include "shell.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int count, char **arguments)
{
    const char *address = NULL;
    int threads = 1;
    for (int i = 1; i < count; i++) {
        bool more = i + 1 < count;
        if (more && strcmp(arguments[i], "--serve") == 0) {
            address = arguments[++i];
        } else if (more && strcmp(arguments[i], "--threads") == 0 && atoi(arguments[i + 1]) > 0) {
            threads = atoi(arguments[++i]);
        } else {
            fprintf(stderr,
                "usage: %s                                    one request as a CGI program\n"
                "       %s --serve ADDRESS [--threads N]      a server on PORT, IP:PORT, [IPv6]:PORT or unix:PATH\n",
                arguments[0], arguments[0]);
            return 2;
        }
    }
    return address == NULL ? cgi_run() : server_run(address, threads);
}
