package io.github.telnyxreactive.webflux.batch;

/**
 * A batch that was started.
 *
 * @param id its id
 */
record BatchCreated(String id) {}
