package io.yanmen.bench.steady;

import java.time.Duration;

/**
 * What a service uses at one moment.
 *
 * @param after how long the load has lasted
 * @param files how many have been answered for, of whatever outcome
 * @param median from the drop of a file to the end of its load since the last look, seconds
 * @param heap MiB right after a collection
 * @param process resident memory, MiB
 * @param threads of the operating system
 * @param handles open files and sockets
 * @param connections to the database, all of them
 * @param temporaries files that are there for the time of their work only
 * @param logs bytes of the log with its older parts
 * @param warehouse bytes of the database
 */
record Usage(
    Duration after,
    long files,
    double median,
    double p99,
    double heap,
    double process,
    int threads,
    int handles,
    int connections,
    int temporaries,
    long logs,
    long warehouse) {}
