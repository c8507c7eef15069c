package io.github.telnyxreactive.webflux.batch;

/**
 * A run that is new or has changed.
 *
 * @param suite the name of its suite
 * @param run the run in its new state
 */
record RunChange(String suite, RunView run) {}
