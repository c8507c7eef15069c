package io.github.telnyxreactive.webflux.batch;

/**
 * The judgement of one rubric item.
 *
 * @param name the label of the rubric item
 * @param status the judgement
 */
record RubricView(String name, String status) {}
