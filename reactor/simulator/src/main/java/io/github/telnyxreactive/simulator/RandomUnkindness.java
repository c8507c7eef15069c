package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.simulator.internal.service.ListFilters;
import io.github.telnyxreactive.simulator.internal.store.Mode;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Chooses modes of an unkind service at random. */
final class RandomUnkindness {

    private static final int CHANCE = 6;
    private static final int PER_CENT = 100;

    private final SeededRandom random;
    private final UnkindnessBuilder builder = Unkindness.builder();
    private long drawn;

    private RandomUnkindness(long seed) {
        this.random = new SeededRandom(seed);
    }

    static Unkindness of(long seed) {
        RandomUnkindness choice = new RandomUnkindness(seed);
        for (Mode mode : Mode.values()) {
            if (choice.between(1, CHANCE) == 1) {
                choice.set(mode);
            }
        }
        return choice.builder.build();
    }

    private void set(Mode mode) {
        switch (mode) {
            case SHIFTING_PAGES -> builder.shiftingPages(offset(), between(1, 3));
            case LATE_RESPONSES -> builder.lateResponses(share(50), seconds(5, 90));
            case ENDLESS_RUNS -> builder.endlessRuns(share(10));
            case REJECT_BEYOND -> builder.rejectBeyond(between(5, 50));
            case FAIL_BEYOND -> builder.failBeyond(between(5, 50));
            case UNAUTHORIZED, THROTTLED, FAILING -> setWindow(mode);
            default ->
                builder.set(mode, mode.parameters().stream().map(this::value).toArray());
        }
    }

    private void setWindow(Mode mode) {
        Duration from = seconds(1, 60);
        builder.set(mode, from, from.plus(seconds(5, 120)));
    }

    private Object value(Mode.Parameter parameter) {
        return switch (parameter) {
            case SHARE -> share(50);
            case DURATION -> seconds(0, 20);
            case COUNT -> between(1, 20);
            case OFFSET -> offset();
            case FILTERS -> filters();
        };
    }

    private double share(int maxPerCent) {
        return (double) between(5, maxPerCent) / PER_CENT;
    }

    private Duration seconds(int min, int max) {
        return Duration.ofSeconds(between(min, max));
    }

    private Set<String> filters() {
        Set<String> names = new TreeSet<>(ListFilters.NAMES);
        names.removeIf(name -> names.size() > 1 && between(0, 1) == 0);
        return names;
    }

    private int offset() {
        int offset = between(1, 5);
        return between(0, 1) == 0 ? offset : -offset;
    }

    private int between(int min, int max) {
        return min + (int) random.below(Stream.UNKINDNESS, drawn++, max - min + 1L);
    }
}
