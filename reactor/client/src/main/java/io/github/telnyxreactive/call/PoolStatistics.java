package io.github.telnyxreactive.call;

/**
 * How the connections of a client are used at a moment.
 *
 * @param acquired how many connections serve a request
 * @param idle how many wait for one
 * @param pending how many requests wait for a connection
 * @param max how many connections there can be
 */
public record PoolStatistics(int acquired, int idle, int pending, int max) {}
