package io.github.telnyxreactive.benchmarks.endtoend;

/**
 * How much is done in a round.
 *
 * @param calls the number of calls, where a round consists of calls
 * @param tests the number of tests that the server has, a multiple of {@link LoadServer#TESTS_PER_PAGE}
 */
record Size(int calls, int tests) {

    /** That of a measurement. */
    static final Size FULL = new Size(30_000, 100_000);
}
