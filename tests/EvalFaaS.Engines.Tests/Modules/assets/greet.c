/* clang --target=wasm32-wasi -Os -Wl,-z,stack-size=32768 -Wl,-s greet.c -o greet.wasm */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv) {
    char buffer[512];
    const char *query = getenv("QUERY_STRING");
    ssize_t length;
    if (argc > 1) write(1, argv[1], strlen(argv[1]));
    while ((length = read(0, buffer, sizeof buffer)) > 0) write(1, buffer, length);
    return query ? (int)strlen(query) : 0;
}
