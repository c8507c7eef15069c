package io.github.telnyxreactive.webflux.batch;

/**
 * How often a rubric item was failed.
 *
 * @param name the label of the rubric item
 * @param count how many runs failed it
 */
record RubricCount(String name, int count) {}
