package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.simulator.internal.store.Mode;
import io.github.telnyxreactive.simulator.internal.store.Modes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an unkind service does to its clients: it answers late, partly, twice, with what was true some time ago, or in a
 * way that nobody expects. It affects tests, runs and triggers. Each mode is set for itself, and all of them can be combined. The decisions are derived from
 * the seed of the simulator: the same seed and the same order of requests give the same results. Immutable.
 *
 * <pre>{@code
 * Simulator.builder()
 *         .unkindness(Unkindness.builder()
 *                 .listLag(Duration.ofSeconds(5))
 *                 .staleReads(0.2, Duration.ofSeconds(10))
 *                 .build())
 *         .start();
 * }</pre>
 *
 * @see SimulatorBuilder#unkindness(Unkindness)
 * @see Fault
 */
public final class Unkindness {

    private static final Unkindness NONE = new Unkindness(Map.of());

    private final Modes modes;

    Unkindness(Map<Mode, List<Object>> values) {
        this.modes = new Modes(values);
    }

    /**
     * Returns the kindness that the simulator has by default.
     *
     * @return a value without any mode
     */
    public static Unkindness none() {
        return NONE;
    }

    /**
     * Creates a builder without any mode.
     *
     * @return the builder
     */
    public static UnkindnessBuilder builder() {
        return NONE.toBuilder();
    }

    /**
     * Returns a builder with the modes of this value.
     *
     * @return the builder
     */
    public UnkindnessBuilder toBuilder() {
        Map<Mode, List<Object>> copy = new EnumMap<>(Mode.class);
        copy.putAll(modes.values());
        return new UnkindnessBuilder(copy);
    }

    /**
     * Parses modes: the name of each, {@code =} and its value, separated by commas. The name of a mode is that of the
     * method of {@link UnkindnessBuilder}, in lower case with hyphens. Several values of one mode are separated by
     * slashes, and several filters by plus signs. Durations are numbers with the unit {@code ms}, {@code s} or
     * {@code m}; shares are from 0, never, to 1, always. {@code random=7} stands for the modes of {@link #random(long)}
     * with this seed, and those that follow it take precedence.
     *
     * <pre>
     * list-lag=5s,stale-reads=0.2/10s
     * ignored-filters=status+test_suite_run_id,fail-beyond=5
     * random=7,endless-runs=0
     * </pre>
     *
     * @param text the text to parse; {@code none} and the empty text stand for no mode
     * @return the modes
     * @throws IllegalArgumentException if the text does not have this form; the message gives the reason
     */
    public static Unkindness parse(String text) {
        return UnkindnessText.parse(text);
    }

    /**
     * Chooses modes at random: each with a chance of one in six, which are about five, with shares from 0.05 to 0.5 (of
     * endless runs, to 0.1), lags and staleness of at most 20 seconds, responses that are up to 90 seconds late, and
     * outages of up to two minutes that begin within the first minute. {@link #toString()} tells what was chosen.
     *
     * @param seed any number; the same number gives the same modes
     * @return the modes
     */
    public static Unkindness random(long seed) {
        return RandomUnkindness.of(seed);
    }

    Modes modes() {
        return modes;
    }

    /** Returns the modes that are faults at certain times. */
    List<FaultRule> rules() {
        List<FaultRule> rules = new ArrayList<>();
        addRule(rules, Mode.UNAUTHORIZED, Fault.unauthorized());
        addRule(rules, Mode.THROTTLED, Fault.tooManyRequests());
        addRule(rules, Mode.FAILING, Fault.internalServerError());
        return rules;
    }

    private void addRule(List<FaultRule> rules, Mode mode, Fault fault) {
        List<Object> window = modes.values().get(mode);
        if (window != null) {
            rules.add(FaultRule.onAny()
                    .from((Duration) window.get(0))
                    .until((Duration) window.get(1))
                    .inject(fault));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Unkindness unkindness && modes.equals(unkindness.modes);
    }

    @Override
    public int hashCode() {
        return modes.hashCode();
    }

    /**
     * Returns all modes with their values, in the form that {@link #parse(String)} accepts.
     *
     * @return the text, for example {@code list-lag=5s,stale-reads=0.2/10s}; {@code none} if there is no mode
     */
    @Override
    public String toString() {
        return UnkindnessText.format(modes);
    }
}
