package io.github.telnyxreactive.webflux.batch;

/**
 * A suite or a test of it that could not be triggered, or is not known to have been.
 *
 * @param suite the name of the suite
 * @param problem why
 */
record ItemView(String suite, String problem) {}
