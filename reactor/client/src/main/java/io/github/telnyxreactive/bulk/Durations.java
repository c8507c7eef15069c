package io.github.telnyxreactive.bulk;

import java.time.Duration;

/**
 * How long runs took.
 *
 * @param count how many runs these are, at least 1
 * @param shortest the shortest of them
 * @param mean their average
 * @param longest the longest of them
 */
public record Durations(int count, Duration shortest, Duration mean, Duration longest) {}
