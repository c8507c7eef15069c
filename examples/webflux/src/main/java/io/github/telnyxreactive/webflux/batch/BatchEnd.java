package io.github.telnyxreactive.webflux.batch;

/**
 * The end of a batch.
 *
 * @param status how it has ended
 * @param totals what became of it
 */
record BatchEnd(BatchStatus status, TotalsView totals) {}
