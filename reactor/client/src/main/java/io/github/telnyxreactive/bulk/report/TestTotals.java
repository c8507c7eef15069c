package io.github.telnyxreactive.bulk.report;

/**
 * How many tests a report has, by the {@linkplain io.github.telnyxreactive.bulk.PassRequirement requirement} of its batch. A test
 * that runs several times counts once; a run whose test is not known counts as a test of its own. Tests of suites that were not
 * triggered are not known, and not counted.
 *
 * @param tests the number of tests that have a run, or were to have one
 * @param passed how many of them count as passed
 */
public record TestTotals(int tests, int passed) {}
