package io.github.telnyxreactive.webflux.batch;

/**
 * A suite that could not be triggered.
 *
 * @param suite the name of the suite
 * @param problem why it could not be triggered
 */
record ItemView(String suite, String problem) {}
