package io.github.telnyxreactive.benchmarks.endtoend;

import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The median of a sample, with the narrowest interval between two of its order statistics, at equal distances from both ends,
 * that contains the median of the distribution with a confidence of at least 95 %. That needs no assumption about the
 * distribution, and at least six values.
 *
 * @param size the number of values
 * @param value the median of the sample
 * @param interval the interval, {@code null} if there are too few values
 */
record Median(int size, double value, @Nullable Interval interval) {

    private static final double CONFIDENCE = 0.95;

    /** Returns the median of the finite values, or {@code null} if there are none. */
    static @Nullable Median of(DoubleStream values) {
        double[] sorted = values.filter(Double::isFinite).sorted().toArray();
        int size = sorted.length;
        if (size == 0) {
            return null;
        }
        double middle = (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
        return new Median(size, middle, interval(sorted));
    }

    /** The median lies outside the i-th values from both ends with twice the probability of fewer than i heads in n tosses. */
    private static @Nullable Interval interval(double[] sorted) {
        int size = sorted.length;
        Interval narrowest = null;
        double probability = Math.pow(0.5, size);
        double outside = 2 * probability;
        for (int i = 1; 2 * i <= size && 1 - outside >= CONFIDENCE; i++) {
            narrowest = new Interval(sorted[i - 1], sorted[size - i], 1 - outside);
            probability *= (double) (size - i + 1) / i;
            outside += 2 * probability;
        }
        return narrowest;
    }

    /**
     * A confidence interval.
     *
     * @param low the lower bound
     * @param high the upper bound
     * @param confidence the probability, between 0 and 1
     */
    record Interval(double low, double high, double confidence) {}
}
