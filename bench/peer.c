// The limit that the service is measured against: the same bytes, written by a plain loop.
//
//   peer raw DIR RECORDS GROUP SECONDS        append GROUP lines of the file RECORDS to a file, fdatasync, again
//   peer leveldb DIR RECORDS GROUP SECONDS    put GROUP lines in a LevelDB batch, write it with sync, again
//   peer rebuild DIR LOG PROJECTIONS          read all of the database LOG, write what the database PROJECTIONS holds
//
// It prints one line: records a second, then p50 and p99 of a group's latency in microseconds. DIR is made and must not
// be there.

#define _GNU_SOURCE
#include <fcntl.h>
#include <leveldb/c.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { RECORDS_MAX = 20000, SAMPLES_MAX = 1 << 22, KEYS_PER_BATCH = 65536 };

typedef struct {
    char *bytes;
    size_t count;
} Bytes;

static Bytes records[RECORDS_MAX];
static size_t recordCount;
static uint32_t *samples;
static size_t sampleCount;

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000ull + (uint64_t)time.tv_nsec;
}

static void fail(const char *what) {
    fprintf(stderr, "peer: %s\n", what);
    exit(1);
}

static Bytes copy(const char *bytes, size_t count) {
    return (Bytes){.bytes = memcpy(malloc(count + 1), bytes, count), .count = count};
}

static void readRecords(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file) fail("cannot read the records");
    char *line = NULL;
    size_t room = 0;
    ssize_t count;
    while (recordCount < RECORDS_MAX && (count = getline(&line, &room, file)) > 0) {
        if (line[count - 1] == '\n') count -= 1;
        records[recordCount++] = copy(line, (size_t)count);
    }
    if (recordCount == 0) fail("there are no records");
    fclose(file);
}

static int compare(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static void report(uint64_t written, uint64_t nanoseconds) {
    qsort(samples, sampleCount, sizeof *samples, compare);
    printf("%.0f %.0f %.0f\n", (double)written * 1e9 / (double)nanoseconds, samples[sampleCount / 2] / 1e3,
        samples[sampleCount * 99 / 100] / 1e3);
}

typedef void (*WriteGroup)(uint64_t first, uint64_t count);

static void repeat(WriteGroup writeGroup, uint64_t group, double seconds) {
    uint64_t began = now(), before = began, written = 0;
    while (before - began < (uint64_t)(seconds * 1e9)) {
        writeGroup(written, group);
        written += group;
        uint64_t after = now();
        if (sampleCount < SAMPLES_MAX) samples[sampleCount++] = (uint32_t)(after - before);
        before = after;
    }
    report(written, before - began);
}

// MARK: A file

static int file;

static void writeRaw(uint64_t first, uint64_t count) {
    static char buffer[16 << 20];
    size_t used = 0;
    for (uint64_t index = first; index < first + count; index++) {
        Bytes record = records[index % recordCount];
        if (used + record.count > sizeof buffer) fail("the group is too large");
        memcpy(buffer + used, record.bytes, record.count);
        used += record.count;
    }
    if (write(file, buffer, used) != (ssize_t)used || fdatasync(file) != 0) fail("cannot write");
}

// MARK: LevelDB

static leveldb_t *database;
static leveldb_writebatch_t *batch;
static leveldb_writeoptions_t *writing;

static leveldb_t *openDatabase(const char *path, int create, int bloomBits, size_t bufferBytes) {
    leveldb_options_t *options = leveldb_options_create();
    leveldb_options_set_create_if_missing(options, (unsigned char)create);
    leveldb_options_set_write_buffer_size(options, bufferBytes);
    leveldb_options_set_max_file_size(options, bufferBytes);
    if (bloomBits) leveldb_options_set_filter_policy(options, leveldb_filterpolicy_create_bloom(bloomBits));
    char *error = NULL;
    leveldb_t *opened = leveldb_open(options, path, &error);
    if (error) fail(error);
    return opened;
}

static void writeBatch(void) {
    char *error = NULL;
    leveldb_write(database, writing, batch, &error);
    if (error) fail(error);
    leveldb_writebatch_clear(batch);
}

// The key of a record in the log is its number, big-endian.
static void writeRecords(uint64_t first, uint64_t count) {
    for (uint64_t index = first; index < first + count; index++) {
        uint64_t key = __builtin_bswap64(index + 1);
        Bytes record = records[index % recordCount];
        leveldb_writebatch_put(batch, (const char *)&key, sizeof key, record.bytes, record.count);
    }
    writeBatch();
}

// MARK: Rebuilding

static leveldb_iterator_t *iterate(leveldb_t *of) {
    leveldb_readoptions_t *reading = leveldb_readoptions_create();
    leveldb_readoptions_set_verify_checksums(reading, 1);
    leveldb_readoptions_set_fill_cache(reading, 0);
    leveldb_iterator_t *iterator = leveldb_create_iterator(of, reading);
    leveldb_iter_seek_to_first(iterator);
    return iterator;
}

static void rebuild(const char *logPath, const char *projectionsPath) {
    size_t room = 1 << 20, pairCount = 0;
    Bytes *keys = malloc(room * sizeof *keys), *values = malloc(room * sizeof *values);
    leveldb_iterator_t *iterator = iterate(openDatabase(projectionsPath, 0, 10, 16 << 20));
    for (; leveldb_iter_valid(iterator); leveldb_iter_next(iterator)) {
        if (pairCount == room) {
            room *= 2;
            keys = realloc(keys, room * sizeof *keys);
            values = realloc(values, room * sizeof *values);
        }
        size_t count;
        const char *bytes = leveldb_iter_key(iterator, &count);
        keys[pairCount] = copy(bytes, count);
        bytes = leveldb_iter_value(iterator, &count);
        values[pairCount++] = copy(bytes, count);
    }
    leveldb_t *log = openDatabase(logPath, 0, 0, 16 << 20);

    uint64_t began = now(), events = 0, checksum = 0;
    size_t batched = 0;
    iterator = iterate(log);
    for (; leveldb_iter_valid(iterator); leveldb_iter_next(iterator)) {
        size_t count;
        leveldb_iter_key(iterator, &count);
        if (count != sizeof(uint64_t)) continue;  // A node of the tree.
        const char *value = leveldb_iter_value(iterator, &count);
        for (size_t index = 0; index < count; index++) checksum += (unsigned char)value[index];
        events += 1;
    }
    if (checksum == 0) fail("the log is empty");
    for (size_t index = 0; index < pairCount; index++) {
        leveldb_writebatch_put(batch, keys[index].bytes, keys[index].count, values[index].bytes, values[index].count);
        if (++batched % KEYS_PER_BATCH == 0) writeBatch();
    }
    writeBatch();
    samples[sampleCount++] = 0;
    report(events, now() - began);
}

int main(int count, char **arguments) {
    if (count < 5) fail("usage: see the top of peer.c");
    const char *mode = arguments[1], *directory = arguments[2];
    samples = malloc(SAMPLES_MAX * sizeof *samples);
    if (mkdir(directory, 0700) != 0) fail("cannot make the directory");
    if (strcmp(mode, "raw") == 0 && count == 6) {
        readRecords(arguments[3]);
        char path[4096];
        snprintf(path, sizeof path, "%s/file", directory);
        file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
        repeat(writeRaw, strtoull(arguments[4], NULL, 10), atof(arguments[5]));
        return 0;
    }
    database = openDatabase(directory, 1, strcmp(mode, "rebuild") == 0 ? 10 : 0, 16 << 20);
    batch = leveldb_writebatch_create();
    writing = leveldb_writeoptions_create();
    if (strcmp(mode, "leveldb") == 0 && count == 6) {
        leveldb_writeoptions_set_sync(writing, 1);
        readRecords(arguments[3]);
        repeat(writeRecords, strtoull(arguments[4], NULL, 10), atof(arguments[5]));
    } else if (strcmp(mode, "rebuild") == 0) {
        rebuild(arguments[3], arguments[4]);
    } else {
        fail("unknown mode");
    }
    return 0;
}
