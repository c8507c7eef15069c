package io.github.telnyxreactive.webflux.batch;

/**
 * A run that is new or has changed.
 *
 * @param suite the suite that it belongs to
 * @param run the run as it is now
 */
record RunChange(String suite, RunView run) {}
