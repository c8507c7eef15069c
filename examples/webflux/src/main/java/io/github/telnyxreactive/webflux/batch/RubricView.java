package io.github.telnyxreactive.webflux.batch;

/**
 * The result of one rubric item.
 *
 * @param name the label of the rubric item
 * @param status the result
 */
record RubricView(String name, String status) {}
