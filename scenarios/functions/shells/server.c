#include "connection.h"
#include "listener.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <unistd.h>

enum { EVENTS = 64, MOST_THREADS = 256 };

/* One thread's loop. */
typedef struct {
    int poll, listening, signals;
    /* Descriptors ran out: no new client until one goes. */
    bool paused;
    answer answer;
} worker;

static _Noreturn void fail(const char *what)
{
    perror(what);
    exit(1);
}

static void watch(worker *w, int operation, int descriptor, uint32_t events, void *tag)
{
    struct epoll_event event = {.events = events, .data.ptr = tag};
    if (epoll_ctl(w->poll, operation, descriptor, &event) != 0 && operation == EPOLL_CTL_ADD) fail("epoll_ctl");
}

static void accept_all(worker *w)
{
    for (;;) {
        int socket = accept4(w->listening, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket < 0 && (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM)) {
            watch(w, EPOLL_CTL_DEL, w->listening, 0, NULL);
            w->paused = true;
            return;
        }
        if (socket < 0 && errno != ECONNABORTED && errno != EINTR) return;
        if (socket < 0) continue;
        listener_tune(socket);
        connection *c = connection_new(socket);
        if (c == NULL) close(socket);
        else watch(w, EPOLL_CTL_ADD, socket, EPOLLIN, c);
    }
}

static void advance(worker *w, connection *c)
{
    connection_wait before = c->waits, now = connection_advance(c, &w->answer);
    if (now == before) return;
    if (now != WAIT_NOTHING) {
        watch(w, EPOLL_CTL_MOD, c->socket, now == WAIT_INPUT ? EPOLLIN : EPOLLOUT, c);
        return;
    }
    connection_free(c);
    if (!w->paused) return;
    watch(w, EPOLL_CTL_ADD, w->listening, EPOLLIN | EPOLLEXCLUSIVE, &w->listening);
    w->paused = false;
}

static void *run(void *argument)
{
    worker *w = argument;
    struct epoll_event events[EVENTS];
    w->poll = epoll_create1(EPOLL_CLOEXEC);
    if (w->poll < 0) fail("epoll_create1");
    watch(w, EPOLL_CTL_ADD, w->listening, EPOLLIN | EPOLLEXCLUSIVE, &w->listening);
    if (w->signals >= 0) watch(w, EPOLL_CTL_ADD, w->signals, EPOLLIN, &w->signals);
    for (;;) {
        int count = epoll_wait(w->poll, events, EVENTS, -1);
        for (int i = 0; i < count; i++) {
            void *tag = events[i].data.ptr;
            if (tag == &w->signals) return NULL;
            if (tag == &w->listening) accept_all(w);
            else advance(w, tag);
        }
    }
}

static worker *new_worker(int listening, int signals)
{
    worker *w = calloc(1, sizeof *w);
    if (w == NULL) fail("memory");
    w->listening = listening;
    w->signals = signals;
    return w;
}

int server_run(const char *address, int threads)
{
    listener l;
    if (!listener_open(&l, address)) return 1;

    /* Blocked before the first thread begins, so that all have them blocked and only the loop sees them. */
    sigset_t stops;
    sigemptyset(&stops);
    sigaddset(&stops, SIGTERM);
    sigaddset(&stops, SIGINT);
    sigprocmask(SIG_BLOCK, &stops, NULL);
    int signals = signalfd(-1, &stops, SFD_NONBLOCK | SFD_CLOEXEC);
    if (signals < 0) fail("signalfd");

    for (int i = 1; i < threads && i < MOST_THREADS; i++) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, run, new_worker(l.socket, -1)) != 0) fail("pthread_create");
    }

    printf("listening on %s\n", l.name);
    fflush(stdout);
    run(new_worker(l.socket, signals));
    listener_close(&l);
    return 0;
}
