package io.github.telnyxreactive.gate;

/**
 * How the candidate compares with the baseline. What is counted is tests, not runs: the runs of one test are alike, and
 * counting them each would claim a confidence that they do not give.
 *
 * @param candidatePassed the number of tests that the candidate has passed
 * @param candidateTests the number of tests that were run against the candidate
 * @param baselinePassed the number of tests that the baseline has passed
 * @param baselineTests the number of tests that were run against the baseline
 * @param pValue the probability that a candidate which is as good as the baseline passes so few of the tests by chance, from 0
 *     to 1: the one-sided p-value of Fisher's exact test. A small value says that the candidate is worse
 */
public record Comparison(
        int candidatePassed, int candidateTests, int baselinePassed, int baselineTests, double pValue) {}
