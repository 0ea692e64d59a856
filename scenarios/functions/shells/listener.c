#include "listener.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

enum { BACKLOG = 4096 };

typedef union {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
    struct sockaddr_un local;
} socket_address;

static bool parse_port(const char *text, in_port_t *port)
{
    char *end;
    if (*text < '0' || *text > '9') return false;
    unsigned long n = strtoul(text, &end, 10);
    *port = htons((in_port_t)n);
    return *end == 0 && n <= 65535;
}

static bool parse_ip(const char *text, socket_address *a, socklen_t *length)
{
    char host[64] = "127.0.0.1";
    const char *port = text, *colon = strrchr(text, ':');
    bool v6 = *text == '[';
    if (colon != NULL) {
        const char *start = text + v6, *end = colon - v6;
        if (end < start || (size_t)(end - start) >= sizeof host || (v6 && *end != ']')) return false;
        memcpy(host, start, (size_t)(end - start));
        host[end - start] = 0;
        port = colon + 1;
    }
    memset(a, 0, sizeof *a);
    if (v6) {
        a->v6.sin6_family = AF_INET6;
        *length = sizeof a->v6;
        return inet_pton(AF_INET6, host, &a->v6.sin6_addr) == 1 && parse_port(port, &a->v6.sin6_port);
    }
    a->v4.sin_family = AF_INET;
    *length = sizeof a->v4;
    return inet_pton(AF_INET, host, &a->v4.sin_addr) == 1 && parse_port(port, &a->v4.sin_port);
}

static bool parse(const char *text, socket_address *a, socklen_t *length)
{
    if (strncmp(text, "unix:", 5) != 0) return parse_ip(text, a, length);
    memset(a, 0, sizeof *a);
    a->local.sun_family = AF_UNIX;
    *length = sizeof a->local;
    size_t n = strlen(text + 5);
    if (n == 0 || n >= sizeof a->local.sun_path) return false;
    memcpy(a->local.sun_path, text + 5, n);
    return true;
}

static void name(listener *l, const char *given)
{
    socket_address a;
    socklen_t length = sizeof a;
    char host[INET6_ADDRSTRLEN] = "";
    getsockname(l->socket, &a.any, &length);
    if (a.any.sa_family == AF_INET)
        snprintf(l->name, sizeof l->name, "%s:%d", inet_ntop(AF_INET, &a.v4.sin_addr, host, sizeof host), ntohs(a.v4.sin_port));
    else if (a.any.sa_family == AF_INET6)
        snprintf(l->name, sizeof l->name, "[%s]:%d", inet_ntop(AF_INET6, &a.v6.sin6_addr, host, sizeof host), ntohs(a.v6.sin6_port));
    else
        snprintf(l->name, sizeof l->name, "%s", given);
}

bool listener_open(listener *l, const char *address)
{
    socket_address a;
    socklen_t length;
    memset(l, 0, sizeof *l);
    if (!parse(address, &a, &length)) {
        fprintf(stderr, "%s is no address: give PORT, IP:PORT, [IPv6]:PORT or unix:PATH (at most 107 bytes).\n", address);
        return false;
    }
    if (a.any.sa_family == AF_UNIX) {
        /* A socket that an earlier server left behind; anything else there is not ours to remove. */
        struct stat file;
        if (lstat(a.local.sun_path, &file) == 0 && S_ISSOCK(file.st_mode)) unlink(a.local.sun_path);
    }
    int on = 1;
    l->socket = socket(a.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (l->socket >= 0) setsockopt(l->socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (l->socket < 0 || bind(l->socket, &a.any, length) != 0 || listen(l->socket, BACKLOG) != 0) {
        fprintf(stderr, "Cannot listen on %s: %s.\n", address, strerror(errno));
        return false;
    }
    if (a.any.sa_family == AF_UNIX) memcpy(l->path, a.local.sun_path, sizeof l->path);
    name(l, address);
    return true;
}

void listener_close(listener *l)
{
    close(l->socket);
    if (l->path[0] != 0) unlink(l->path);
}

void listener_tune(int socket)
{
    int on = 1;
    /* Fails on a Unix socket, which has no such delay. */
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}
