package io.github.telnyxreactive.call;

/**
 * A snapshot of the usage of the connections of a client.
 *
 * @param acquired how many connections are used by requests
 * @param idle how many connections are idle
 * @param pending how many requests wait for a connection
 * @param max how many connections are open at most
 */
public record PoolStatistics(int acquired, int idle, int pending, int max) {}
