// The load: callers that each wait for their answers, from one thread, so that it leaves the cores to the service.
//
//   load issueToken PORT CONNECTIONS IN-FLIGHT SECONDS [CALLS]    a new user each time
//   load ping PORT CONNECTIONS IN-FLIGHT SECONDS                  the wire alone
//   load http PORT CONNECTIONS SECONDS PATH SECRET                updates of 700 bytes, each with a new update_id
//
// It prints one line: answers a second, p50 and p99 of the latency in microseconds, and answers in all. The first half
// second is not measured. Any answer but the expected one ends it with 1.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { INPUT_BYTES = 1 << 20, OUTPUT_BYTES = 1 << 18, SAMPLES_MAX = 1 << 23 };
enum { IN_FLIGHT_MAX = 256, CONNECTIONS_MAX = 1024 };
static const double WARM_UP_SECONDS = 0.5;
static const int UPDATE_BYTES = 700;

typedef struct {
    int socket;
    size_t inputCount, outputCount;
    char *input, *output;
    uint64_t sentAt[IN_FLIGHT_MAX];
} Connection;

static Connection connections[CONNECTIONS_MAX];
static uint32_t *samples;
static size_t sampleCount;
static uint64_t sent, answered, sentMax = UINT64_MAX;
static uint64_t measuredFrom, endsAt, firstMeasured, lastMeasured;
// What makes users and updates of this run differ from those of the runs before.
static uint64_t run;
static bool isHTTP, isPing;
static const char *httpPath, *httpSecret;

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000ull + (uint64_t)time.tv_nsec;
}

static void fail(const char *what) {
    fprintf(stderr, "load: %s\n", what);
    exit(1);
}

static size_t writeCall(char *output, size_t room, int slot) {
    if (isPing) {
        return (size_t)snprintf(output, room, "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"ping\"}\n", slot);
    }
    return (size_t)snprintf(output, room,
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"issueToken\",\"params\":{\"userId\":\"user-%llu-%llu\"}}\n", slot,
        (unsigned long long)run, (unsigned long long)sent);
}

static size_t writeUpdate(char *output, size_t room) {
    char body[2048];
    uint64_t user = 700000000 + sent % 100000;
    int count = snprintf(body, sizeof body,
        "{\"update_id\":%llu,\"message\":{\"message_id\":%llu,"
        "\"from\":{\"id\":%llu,\"is_bot\":false,\"first_name\":\"Ada\","
        "\"last_name\":\"Lovelace\",\"username\":\"ada%llu\",\"language_code\":\"en\"},\"chat\":{\"id\":%llu,"
        "\"first_name\":\"Ada\",\"last_name\":\"Lovelace\",\"username\":\"ada%llu\",\"type\":\"private\"},"
        "\"date\":1763670000,\"text\":\"",
        (unsigned long long)(run * 1000000 + sent), (unsigned long long)sent, (unsigned long long)user,
        (unsigned long long)user, (unsigned long long)user, (unsigned long long)user);
    for (; count < UPDATE_BYTES - 3; count++) body[count] = count % 8 == 0 ? ' ' : (char)('a' + count % 26);
    memcpy(body + count, "\"}}", 4);
    return (size_t)snprintf(output, room,
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        "X-Telegram-Bot-Api-Secret-Token: %s\r\nContent-Length: %d\r\n\r\n%s",
        httpPath, httpSecret, UPDATE_BYTES, body);
}

static void addRequest(Connection *connection, int slot, uint64_t time) {
    if (time >= endsAt || sent >= sentMax) return;
    char *output = connection->output + connection->outputCount;
    size_t room = OUTPUT_BYTES - connection->outputCount;
    size_t count = isHTTP ? writeUpdate(output, room) : writeCall(output, room, slot);
    if (count >= room) fail("the output is full");
    connection->outputCount += count;
    connection->sentAt[slot] = time;
    sent += 1;
}

static void flushOutput(Connection *connection) {
    size_t done = 0;
    while (done < connection->outputCount) {
        ssize_t count = write(connection->socket, connection->output + done, connection->outputCount - done);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) fail("cannot send");
        done += (size_t)count;
    }
    connection->outputCount = 0;
}

static void take(Connection *connection, int slot, uint64_t time) {
    answered += 1;
    if (time >= measuredFrom && time < endsAt) {
        if (firstMeasured == 0) firstMeasured = time;
        lastMeasured = time;
        if (sampleCount < SAMPLES_MAX) samples[sampleCount++] = (uint32_t)(time - connection->sentAt[slot]);
    }
    addRequest(connection, slot, time);
}

// Takes the lines that are complete; returns how many bytes they were.
static size_t takeLines(Connection *connection, uint64_t time) {
    size_t done = 0;
    char *newline;
    while ((newline = memchr(connection->input + done, '\n', connection->inputCount - done))) {
        char *line = connection->input + done;
        *newline = 0;
        char *id = strstr(line, "\"id\":");
        if (!id || !strstr(line, "\"result\"")) fail(line);
        int slot = atoi(id + 5);
        if (slot < 0 || slot >= IN_FLIGHT_MAX) fail(line);
        take(connection, slot, time);
        done = (size_t)(newline + 1 - connection->input);
    }
    return done;
}

// The same for HTTP answers, of which the service sends one at a time on a connection.
static size_t takeAnswers(Connection *connection, uint64_t time) {
    char *end = memmem(connection->input, connection->inputCount, "\r\n\r\n", 4);
    if (!end) return 0;
    *end = 0;
    char *length = strcasestr(connection->input, "content-length:");
    size_t count = (size_t)(end + 4 - connection->input) + (length ? strtoul(length + 15, NULL, 10) : 0);
    if (strncmp(connection->input, "HTTP/1.1 200", 12) != 0) fail(connection->input);
    *end = '\r';
    if (count > connection->inputCount) return 0;
    take(connection, 0, time);
    return count;
}

static void receive(Connection *connection) {
    ssize_t count = read(connection->socket, connection->input + connection->inputCount,
        INPUT_BYTES - 1 - connection->inputCount);
    if (count < 0 && errno == EINTR) return;
    if (count <= 0) fail("the service closed a connection");
    connection->inputCount += (size_t)count;
    connection->input[connection->inputCount] = 0;
    uint64_t time = now();
    size_t done = isHTTP ? takeAnswers(connection, time) : takeLines(connection, time);
    connection->inputCount -= done;
    memmove(connection->input, connection->input + done, connection->inputCount);
    flushOutput(connection);
}

static void openConnection(Connection *connection, int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int on = 1;
    connection->socket = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(connection->socket, (struct sockaddr *)&address, sizeof address) != 0) fail("cannot connect");
    setsockopt(connection->socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    connection->input = malloc(INPUT_BYTES);
    connection->output = malloc(OUTPUT_BYTES);
}

static int compare(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static void report(void) {
    if (sampleCount < 2) fail("nothing was measured");
    qsort(samples, sampleCount, sizeof *samples, compare);
    double seconds = (double)(lastMeasured - firstMeasured) / 1e9;
    printf("%.0f %.0f %.0f %llu\n", (double)sampleCount / seconds, samples[sampleCount / 2] / 1e3,
        samples[sampleCount * 99 / 100] / 1e3, (unsigned long long)answered);
}

int main(int count, char **arguments) {
    if (count < 6) fail("usage: see the top of load.c");
    isHTTP = strcmp(arguments[1], "http") == 0;
    isPing = strcmp(arguments[1], "ping") == 0;
    if (isHTTP && count < 7) fail("http needs a path and a secret");
    int port = atoi(arguments[2]), connectionCount = atoi(arguments[3]);
    int inFlight = isHTTP ? 1 : atoi(arguments[4]);
    double seconds = atof(arguments[isHTTP ? 4 : 5]);
    if (connectionCount < 1 || connectionCount > CONNECTIONS_MAX) fail("too many connections");
    if (inFlight < 1 || inFlight > IN_FLIGHT_MAX) fail("too many in flight");
    if (isHTTP) {
        httpPath = arguments[5];
        httpSecret = arguments[6];
    } else if (count > 6) {
        sentMax = strtoull(arguments[6], NULL, 10);
    }
    struct timespec today;
    clock_gettime(CLOCK_REALTIME, &today);
    run = (uint64_t)today.tv_sec % 1000000;
    samples = malloc(SAMPLES_MAX * sizeof *samples);

    int poll = epoll_create1(0);
    for (int index = 0; index < connectionCount; index++) {
        openConnection(&connections[index], port);
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = &connections[index]};
        epoll_ctl(poll, EPOLL_CTL_ADD, connections[index].socket, &event);
    }
    uint64_t began = now();
    measuredFrom = began + (uint64_t)(WARM_UP_SECONDS * 1e9);
    endsAt = began + (uint64_t)(seconds * 1e9);
    for (int index = 0; index < connectionCount; index++) {
        for (int slot = 0; slot < inFlight; slot++) addRequest(&connections[index], slot, now());
        flushOutput(&connections[index]);
    }
    struct epoll_event events[CONNECTIONS_MAX];
    while (answered < sent) {
        int ready = epoll_wait(poll, events, CONNECTIONS_MAX, 30000);
        if (ready == 0) fail("no answer for 30 s");
        for (int index = 0; index < ready; index++) receive(events[index].data.ptr);
    }
    report();
    return 0;
}
