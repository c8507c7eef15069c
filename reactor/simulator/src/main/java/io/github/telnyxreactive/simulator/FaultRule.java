package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.operation.Catalogue;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Fault} together with the requests that it applies to. A rule is immutable, and counts requests from its
 * injection on.
 *
 * <pre>{@code
 * simulator.inject(FaultRule.on("assistants.tests.runs.trigger").every(5).times(2).inject(Fault.resetAfterProcessing()));
 * }</pre>
 *
 * @see Simulator#inject(FaultRule)
 */
public final class FaultRule {

    private final Builder matching;
    private final Fault fault;

    private FaultRule(Builder matching, Fault fault) {
        this.matching = matching;
        this.fault = Objects.requireNonNull(fault, "fault");
    }

    /**
     * Starts a rule for the requests of one operation.
     *
     * @param operation the name of the operation, for example {@code assistants.tests.runs.trigger}
     * @return a builder that matches every request of the operation
     * @throws IllegalArgumentException if there is no such operation
     */
    public static Builder on(String operation) {
        return new Builder(requireOperation(operation));
    }

    /**
     * Starts a rule for all requests, including those that match no operation.
     *
     * @return a builder that matches every request
     */
    public static Builder onAny() {
        return new Builder(null);
    }

    /**
     * Parses a rule: the name of an operation or {@code *}, a colon, and the name of a fault; if the fault takes a
     * value, {@code =} and the value; optionally, a colon and the settings {@code every}, {@code times}, {@code after},
     * {@code probability}, {@code from} and {@code until}, separated by commas. Durations are numbers with the unit
     * {@code ms}, {@code s} or {@code m}.
     *
     * <pre>
     * assistants.tests.runs.trigger:reset-after:every=5,times=2
     * assistants.tests.list:latency=250ms:probability=0.1
     * *:status=503:after=100
     * *:unauthorized:from=1m,until=3m
     * </pre>
     *
     * <p>{@code latency} and {@code drip} take a duration; {@code too-many-requests} and {@code service-unavailable}
     * take an optional one; {@code status} takes an HTTP status and responds with an empty body; {@code redirect} takes
     * a URI; {@code internal-server-error}, {@code bad-gateway}, {@code reset-before}, {@code reset-after},
     * {@code truncated-body}, {@code garbage} and {@code silence} take no value.
     *
     * @param text the text to parse
     * @return the rule
     * @throws IllegalArgumentException if the text is not a rule; the message gives the reason
     */
    public static FaultRule parse(String text) {
        return FaultRuleParser.parse(text);
    }

    static String requireOperation(String operation) {
        if (Catalogue.endpoints().stream().noneMatch(endpoint -> endpoint.name().equals(operation))) {
            throw new IllegalArgumentException("there is no operation \"" + operation + "\"");
        }
        return operation;
    }

    /** Returns whether a request matches, given the time since the injection of the rule. */
    boolean matches(@Nullable String operation, Duration elapsed) {
        return (matching.operation == null || matching.operation.equals(operation))
                && elapsed.compareTo(matching.from) >= 0
                && (matching.until == null || elapsed.compareTo(matching.until) < 0);
    }

    /**
     * Returns whether the n-th matching request is due, regardless of probability and of how often the rule applied.
     */
    boolean isDue(int match) {
        return match > matching.after && (match - matching.after) % matching.every == 0;
    }

    double probability() {
        return matching.probability;
    }

    int times() {
        return matching.times;
    }

    Fault fault() {
        return fault;
    }

    @Override
    public String toString() {
        return matching + ":" + fault;
    }

    /** Selects the requests that a rule applies to. Immutable: each method returns a new builder. */
    public static final class Builder {

        private final @Nullable String operation;
        private final int every;
        private final double probability;
        private final int times;
        private final int after;
        private final Duration from;
        private final @Nullable Duration until;

        private Builder(@Nullable String operation) {
            this(operation, 1, 1, Integer.MAX_VALUE, 0, Duration.ZERO, null);
        }

        private Builder(
                @Nullable String operation,
                int every,
                double probability,
                int times,
                int after,
                Duration from,
                @Nullable Duration until) {
            this.operation = operation;
            this.every = requireAtLeast(1, every, "every");
            this.times = requireAtLeast(1, times, "times");
            this.after = requireAtLeast(0, after, "after");
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("probability must be from 0 to 1, but was " + probability);
            }
            if (from.isNegative() || until != null && until.compareTo(from) <= 0) {
                throw new IllegalArgumentException(
                        "from must not be negative, and until must be later, but they were " + from + " and " + until);
            }
            this.probability = probability;
            this.from = from;
            this.until = until;
        }

        private static int requireAtLeast(int min, int value, String name) {
            if (value < min) {
                throw new IllegalArgumentException(name + " must be at least " + min + ", but was " + value);
            }
            return value;
        }

        /**
         * Applies the fault to every n-th request only, counted after the skipped ones.
         *
         * @param n at least 1; with 3, the fault applies to the third request, the sixth, and so on
         * @return a new builder
         */
        public Builder every(int n) {
            return new Builder(operation, n, probability, times, after, from, until);
        }

        /**
         * Applies the fault at random. The decision is derived from the seed of the simulator.
         *
         * @param chance from 0, never, to 1, always
         * @return a new builder
         */
        public Builder probability(double chance) {
            return new Builder(operation, every, chance, times, after, from, until);
        }

        /**
         * Limits how often the fault is applied.
         *
         * @param n at least 1; unlimited by default
         * @return a new builder
         */
        public Builder times(int n) {
            return new Builder(operation, every, probability, n, after, from, until);
        }

        /**
         * Skips the first n requests.
         *
         * @param n at least 0
         * @return a new builder
         */
        public Builder after(int n) {
            return new Builder(operation, every, probability, times, n, from, until);
        }

        /**
         * Applies the fault only from some time after the injection of the rule on. Earlier requests are not counted.
         *
         * @param start the time since the injection, by the simulator's clock; not negative; zero by default
         * @return a new builder
         */
        public Builder from(Duration start) {
            return new Builder(operation, every, probability, times, after, start, until);
        }

        /**
         * Applies the fault only until some time after the injection of the rule. Later requests are not counted.
         *
         * @param end the time since the injection, by the simulator's clock, exclusive; longer than that of
         *     {@link #from(Duration)}; unlimited by default
         * @return a new builder
         */
        public Builder until(Duration end) {
            return new Builder(operation, every, probability, times, after, from, end);
        }

        /**
         * Creates the rule.
         *
         * @param fault the fault to apply to the selected requests
         * @return the rule
         */
        public FaultRule inject(Fault fault) {
            return new FaultRule(this, fault);
        }

        @Override
        public String toString() {
            return (operation == null ? "*" : operation) + "[every=" + every + ", probability=" + probability
                    + ", times=" + times + ", after=" + after + (from.isZero() ? "" : ", from=" + from)
                    + (until == null ? "" : ", until=" + until) + "]";
        }
    }
}
