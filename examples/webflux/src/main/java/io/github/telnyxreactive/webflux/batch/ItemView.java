package io.github.telnyxreactive.webflux.batch;

/**
 * A suite that could not be triggered.
 *
 * @param suite its name
 * @param problem why
 */
record ItemView(String suite, String problem) {}
