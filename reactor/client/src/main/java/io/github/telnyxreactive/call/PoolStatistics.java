package io.github.telnyxreactive.call;

/**
 * A snapshot of the usage of the connection pool of a client.
 *
 * @param acquired the number of connections in use by requests
 * @param idle the number of idle connections
 * @param pending the number of requests that wait for a connection
 * @param max the maximum number of open connections
 */
public record PoolStatistics(int acquired, int idle, int pending, int max) {}
