package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.operation.Catalogue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a fault befalls. A rule is an immutable value; it starts counting when it is injected.
 *
 * <pre>{@code
 * simulator.inject(FaultRule.on("assistants.tests.runs.trigger").every(5).times(2).inject(Fault.resetAfterProcessing()));
 * }</pre>
 */
public final class FaultRule {

    private final Builder matching;
    private final Fault fault;

    private FaultRule(Builder matching, Fault fault) {
        this.matching = matching;
        this.fault = Objects.requireNonNull(fault, "fault");
    }

    /**
     * Starts a rule for the requests to one operation.
     *
     * @param operation the name of the operation, {@code assistants.tests.runs.trigger} for example
     * @return a builder of rules, at first for every such request
     * @throws IllegalArgumentException if there is no such operation
     */
    public static Builder on(String operation) {
        return new Builder(checked(operation), 1, 1, Integer.MAX_VALUE, 0);
    }

    /**
     * Starts a rule for the requests to any operation, and to none.
     *
     * @return a builder of rules, at first for every request
     */
    public static Builder onAny() {
        return new Builder(null, 1, 1, Integer.MAX_VALUE, 0);
    }

    /**
     * Reads a rule from text: the name of an operation or {@code *}, a colon and the name of a fault; where the fault
     * takes a value, {@code =} and the value; and if wanted, a colon and settings with commas in between. Waits are
     * numbers with the unit {@code ms}, {@code s} or {@code m}.
     *
     * <pre>
     * assistants.tests.runs.trigger:reset-after:every=5,times=2
     * assistants.tests.list:latency=250ms:probability=0.1
     * *:status=503:after=100
     * </pre>
     *
     * <p>These faults take a wait: {@code latency}, {@code drip}, and if wanted {@code too-many-requests} and
     * {@code service-unavailable}; {@code status} takes an HTTP status and answers with an empty body, {@code redirect}
     * takes an address; {@code internal-server-error}, {@code bad-gateway}, {@code reset-before}, {@code reset-after},
     * {@code truncated-body}, {@code garbage} and {@code silence} take nothing.
     *
     * @param text the text
     * @return the rule
     * @throws IllegalArgumentException if the text is not a rule, saying why
     */
    public static FaultRule parse(String text) {
        return FaultRuleParser.parse(text);
    }

    static String checked(String operation) {
        if (Catalogue.endpoints().stream().noneMatch(endpoint -> endpoint.name().equals(operation))) {
            throw new IllegalArgumentException("there is no operation \"" + operation + "\"");
        }
        return operation;
    }

    boolean matches(@Nullable String operation) {
        return matching.operation == null || matching.operation.equals(operation);
    }

    /** Whether a matching request is one to strike, apart from chance and from how often the rule has struck. */
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

    /** Says which requests a rule is for. It is immutable: each method returns another builder. */
    public static final class Builder {

        private final @Nullable String operation;
        private final int every;
        private final double probability;
        private final int times;
        private final int after;

        private Builder(@Nullable String operation, int every, double probability, int times, int after) {
            this.operation = operation;
            this.every = atLeast(1, every, "every");
            this.times = atLeast(1, times, "times");
            this.after = atLeast(0, after, "after");
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("probability is from 0 to 1, not " + probability);
            }
            this.probability = probability;
        }

        private static int atLeast(int least, int value, String name) {
            if (value < least) {
                throw new IllegalArgumentException(name + " is at least " + least + ", not " + value);
            }
            return value;
        }

        /**
         * Strikes only each n-th request, counted after those that are skipped.
         *
         * @param n at least 1; with 3, the third, the sixth and so on
         * @return another builder
         */
        public Builder every(int n) {
            return new Builder(operation, n, probability, times, after);
        }

        /**
         * Strikes by chance. The chance is derived from the seed of the simulator.
         *
         * @param chance from 0, never, to 1, always
         * @return another builder
         */
        public Builder probability(double chance) {
            return new Builder(operation, every, chance, times, after);
        }

        /**
         * Strikes no more than a number of times.
         *
         * @param n at least 1
         * @return another builder
         */
        public Builder times(int n) {
            return new Builder(operation, every, probability, n, after);
        }

        /**
         * Spares the first requests.
         *
         * @param n how many, at least 0
         * @return another builder
         */
        public Builder after(int n) {
            return new Builder(operation, every, probability, times, n);
        }

        /**
         * Makes the rule.
         *
         * @param fault what befalls the requests
         * @return the rule
         */
        public FaultRule inject(Fault fault) {
            return new FaultRule(this, fault);
        }

        @Override
        public String toString() {
            return (operation == null ? "*" : operation) + "[every=" + every + ", probability=" + probability
                    + ", times=" + times + ", after=" + after + "]";
        }
    }
}
