package io.github.telnyxreactive.webflux.batch;

/**
 * How many runs failed a rubric item.
 *
 * @param name the label of the rubric item
 * @param count the number of runs
 */
record RubricCount(String name, int count) {}
