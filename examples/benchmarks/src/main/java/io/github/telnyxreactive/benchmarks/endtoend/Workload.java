package io.github.telnyxreactive.benchmarks.endtoend;

import static io.github.telnyxreactive.benchmarks.candidate.Candidates.FLOOR;
import static io.github.telnyxreactive.benchmarks.candidate.Candidates.JDK;
import static io.github.telnyxreactive.benchmarks.candidate.Candidates.OKHTTP;
import static io.github.telnyxreactive.benchmarks.candidate.Candidates.TELNYX;
import static io.github.telnyxreactive.benchmarks.candidate.Candidates.TELNYX_CONCURRENT;
import static io.github.telnyxreactive.benchmarks.candidate.Candidates.TELNYX_PREFETCH;
import static io.github.telnyxreactive.benchmarks.candidate.Candidates.WEB_CLIENT;

import io.github.telnyxreactive.benchmarks.candidate.CallObserver;
import io.github.telnyxreactive.benchmarks.candidate.Candidate;
import io.github.telnyxreactive.benchmarks.candidate.Candidates;
import io.github.telnyxreactive.benchmarks.candidate.Target;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is measured end to end. */
public enum Workload {

    /** Retrieves an assistant again and again, 64 at a time. */
    GET_64(
            "GET an assistant, 64 at a time",
            Service.IMMEDIATE,
            5,
            calls(candidate -> candidate::assistant, 64),
            FLOOR,
            TELNYX,
            WEB_CLIENT,
            JDK,
            OKHTTP),

    /** The same over TLS. */
    GET_64_TLS(
            "GET an assistant, 64 at a time, over TLS",
            Service.OVER_TLS,
            5,
            calls(candidate -> candidate::assistant, 64),
            FLOOR,
            TELNYX,
            WEB_CLIENT),

    /** The same over HTTP/2. */
    GET_64_H2(
            "GET an assistant, 64 at a time, over HTTP/2",
            Service.OVER_H2,
            5,
            calls(candidate -> candidate::assistant, 64),
            FLOOR,
            TELNYX,
            WEB_CLIENT),

    /** Retrieves an assistant again and again, 512 at a time. */
    GET_512(
            "GET an assistant, 512 at a time",
            Service.IMMEDIATE,
            5,
            calls(candidate -> candidate::assistant, 512),
            FLOOR,
            TELNYX,
            WEB_CLIENT,
            JDK,
            OKHTTP),

    /** Two calls, the second with the result of the first. */
    TRIGGER_AND_GET(
            "Trigger a run, then get it, 64 at a time",
            Service.IMMEDIATE,
            5,
            calls(candidate -> candidate::triggerAndGet, 64),
            FLOOR,
            TELNYX,
            WEB_CLIENT,
            JDK,
            OKHTTP),

    /** A thousand pages. */
    LIST(
            "List 100,000 tests in pages of 100",
            Service.IMMEDIATE,
            5,
            tests(Lists.WARM_UP, 4),
            FLOOR,
            TELNYX,
            WEB_CLIENT,
            JDK,
            OKHTTP),

    /** A thousand pages over TLS. */
    LIST_TLS(
            "List 100,000 tests in pages of 100, over TLS",
            Service.OVER_TLS,
            5,
            tests(Lists.WARM_UP, 4),
            FLOOR,
            TELNYX,
            WEB_CLIENT),

    /** A thousand pages over HTTP/2. */
    LIST_H2(
            "List 100,000 tests in pages of 100, over HTTP/2",
            Service.OVER_H2,
            5,
            tests(Lists.WARM_UP, 4),
            FLOOR,
            TELNYX,
            WEB_CLIENT),

    /** A thousand pages, each with a latency of 20 ms. */
    LIST_20_MS(
            "List 100,000 tests in pages of 100, with a latency of 20 ms",
            Service.AFTER_20_MS,
            1,
            tests(Duration.ZERO, 1),
            FLOOR,
            TELNYX,
            TELNYX_PREFETCH,
            TELNYX_CONCURRENT,
            WEB_CLIENT,
            JDK,
            OKHTTP),

    /** One long response. */
    UNPAGED(
            "List 5,000 assistants in one response",
            Service.IMMEDIATE,
            5,
            with(candidate -> new Lists(candidate::assistants, LoadServer.UNPAGED_ASSISTANTS, Lists.WARM_UP, 6)),
            FLOOR,
            TELNYX,
            WEB_CLIENT,
            JDK,
            OKHTTP),

    /** One response that is nearly as large as the heap. */
    UNPAGED_32_MB(
            "The same, with -Xmx32m",
            Service.IMMEDIATE,
            1,
            with(candidate -> new Completion(candidate::assistants, LoadServer.UNPAGED_ASSISTANTS)),
            FLOOR,
            TELNYX,
            WEB_CLIENT,
            JDK,
            OKHTTP) {
        @Override
        List<String> heap() {
            return List.of("-Xmx32m");
        }
    },

    /** Calls on a connection with streams that nobody reads. */
    STRANGER_H2(
            "GET an assistant, one at a time, beside 100 stopped readers on the same HTTP/2 connection",
            Service.OVER_H2,
            5,
            (candidate, target, size) ->
                    new Stranger(candidate.create(target), candidate.create(target), 100, size.calls()),
            TELNYX) {
        @Override
        int connections() {
            return 1;
        }
    },

    /** As many connections as requests. */
    IN_FLIGHT_2000(
            "2,000 in flight, with a latency of 2 s",
            Service.AFTER_2_S,
            3,
            inFlight(2_000),
            FLOOR,
            TELNYX,
            WEB_CLIENT,
            JDK,
            OKHTTP) {
        @Override
        int connections() {
            return 2_000;
        }
    },

    /** As many connections as requests. */
    IN_FLIGHT_10000(
            "10,000 in flight, with a latency of 2 s",
            Service.AFTER_2_S,
            3,
            inFlight(10_000),
            FLOOR,
            TELNYX,
            WEB_CLIENT) {
        @Override
        int connections() {
            return 10_000;
        }

        /** The server could not hold the connections of all candidates at once. */
        @Override
        boolean freshProcessEachRound() {
            return true;
        }
    },

    /** More requests than connections. */
    AT_ONCE_10000(
            "10,000 at once over 512 connections, with a latency of 2 s",
            Service.AFTER_2_S,
            1,
            inFlight(10_000),
            FLOOR,
            TELNYX,
            WEB_CLIENT),

    /** Clients without calls. */
    IDLE(
            "Ten clients, built, used once and left alone",
            Service.IMMEDIATE,
            3,
            (candidate, target, size) -> new Idle(candidate, target),
            FLOOR,
            TELNYX) {
        @Override
        boolean freshProcessEachRound() {
            return true;
        }
    },

    /** A whole batch. */
    FOLLOW(
            "Trigger 100 suites and follow their 10,000 runs to the end",
            Service.SIMULATED,
            3,
            (candidate, target, size) -> new Follow(target, SimulatorProcess.SUITES, SimulatorProcess.TESTS_PER_SUITE),
            TELNYX);

    private static final int DEFAULT_CONNECTIONS = 512;

    private final String title;
    private final Service service;
    private final int rounds;
    private final Opening opening;
    private final List<Candidates> candidates;

    Workload(String title, Service service, int rounds, Opening opening, Candidates... candidates) {
        this.title = title;
        this.service = service;
        this.rounds = rounds;
        this.opening = opening;
        this.candidates = List.of(candidates);
    }

    private static Opening calls(Function<Candidate, Consumer<CallObserver>> call, int concurrency) {
        return (candidate, target, size) -> new Calls(call.apply(candidate.create(target)), concurrency, size.calls());
    }

    private static Opening tests(Duration warmUp, int times) {
        return (candidate, target, size) -> new Lists(candidate.create(target)::tests, size.tests(), warmUp, times);
    }

    private static Opening inFlight(int calls) {
        return with(candidate -> new InFlight(candidate::assistant, calls));
    }

    private static Opening with(Function<Candidate, Measurement> measurement) {
        return (candidate, target, size) -> measurement.apply(candidate.create(target));
    }

    /**
     * Creates the client and its measurement.
     *
     * @param candidate the kind of client
     * @param target where it sends its calls
     * @param size how much is done in a round
     */
    Measurement open(Candidates candidate, Target target, Size size) {
        return opening.open(candidate, target, size);
    }

    List<String> heap() {
        return List.of("-Xms512m", "-Xmx512m");
    }

    int connections() {
        return DEFAULT_CONNECTIONS;
    }

    /** Returns whether the process of a candidate ends after each of its rounds. */
    boolean freshProcessEachRound() {
        return false;
    }

    Service service() {
        return service;
    }

    int rounds() {
        return rounds;
    }

    List<Candidates> candidates() {
        return candidates;
    }

    String title() {
        return title;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Creates the client and its measurement. */
    private interface Opening {
        Measurement open(Candidates candidate, Target target, Size size);
    }
}
