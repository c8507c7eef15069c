package io.github.telnyxreactive.benchmarks.endtoend;

import static io.github.telnyxreactive.benchmarks.candidate.Candidates.FLOOR;
import static io.github.telnyxreactive.benchmarks.candidate.Candidates.JDK;
import static io.github.telnyxreactive.benchmarks.candidate.Candidates.OKHTTP;
import static io.github.telnyxreactive.benchmarks.candidate.Candidates.TELNYX;
import static io.github.telnyxreactive.benchmarks.candidate.Candidates.TELNYX_CONCURRENT;
import static io.github.telnyxreactive.benchmarks.candidate.Candidates.TELNYX_PREFETCH;
import static io.github.telnyxreactive.benchmarks.candidate.Candidates.WEB_CLIENT;

import io.github.telnyxreactive.benchmarks.candidate.Candidate;
import io.github.telnyxreactive.benchmarks.candidate.Candidates;
import io.github.telnyxreactive.benchmarks.candidate.Target;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What is measured from end to end. */
public enum Workload {

    /** One assistant after the other, 64 at a time. */
    GET_64("GET an assistant, 64 at a time", Service.AT_ONCE, 5, FLOOR, TELNYX, WEB_CLIENT, JDK, OKHTTP) {
        @Override
        Measurement open(Candidates kind, Target target) {
            Candidate candidate = kind.create(target);
            return new Calls(candidate::assistant, 64, 30_000);
        }
    },

    /** One assistant after the other, 512 at a time. */
    GET_512("GET an assistant, 512 at a time", Service.AT_ONCE, 5, FLOOR, TELNYX, WEB_CLIENT, JDK, OKHTTP) {
        @Override
        Measurement open(Candidates kind, Target target) {
            Candidate candidate = kind.create(target);
            return new Calls(candidate::assistant, 512, 30_000);
        }
    },

    /** Two calls, the second with what the first answers. */
    TRIGGER_AND_GET(
            "Trigger a run, then get it, 64 at a time", Service.AT_ONCE, 5, FLOOR, TELNYX, WEB_CLIENT, JDK, OKHTTP) {
        @Override
        Measurement open(Candidates kind, Target target) {
            Candidate candidate = kind.create(target);
            return new Calls(candidate::triggerAndGet, 64, 30_000);
        }
    },

    /** A thousand pages. */
    LIST("List 100,000 tests in pages of 100", Service.AT_ONCE, 5, FLOOR, TELNYX, WEB_CLIENT, JDK, OKHTTP) {
        @Override
        Measurement open(Candidates kind, Target target) {
            Candidate candidate = kind.create(target);
            return new Lists(candidate::tests, LoadServer.TESTS, WARM_UP, 4);
        }
    },

    /** A thousand pages, each of them 20 ms away. */
    LIST_20_MS(
            "List 100,000 tests in pages of 100, each after 20 ms",
            Service.AFTER_20_MS,
            1,
            FLOOR,
            TELNYX,
            TELNYX_PREFETCH,
            TELNYX_CONCURRENT,
            WEB_CLIENT,
            JDK,
            OKHTTP) {
        @Override
        Measurement open(Candidates kind, Target target) {
            Candidate candidate = kind.create(target);
            return new Lists(candidate::tests, LoadServer.TESTS, Duration.ZERO, 1);
        }
    },

    /** One long answer. */
    UNPAGED("List 5,000 assistants in one answer", Service.AT_ONCE, 5, FLOOR, TELNYX, WEB_CLIENT, JDK, OKHTTP) {
        @Override
        Measurement open(Candidates kind, Target target) {
            Candidate candidate = kind.create(target);
            return new Lists(candidate::assistants, LoadServer.UNPAGED_ASSISTANTS, WARM_UP, 6);
        }
    },

    /** One answer that is nearly as long as the heap is large. */
    UNPAGED_32_MB("The same, with -Xmx32m", Service.AT_ONCE, 1, FLOOR, TELNYX, WEB_CLIENT, JDK, OKHTTP) {
        @Override
        Measurement open(Candidates kind, Target target) {
            Candidate candidate = kind.create(target);
            return new Completion(candidate::assistants, LoadServer.UNPAGED_ASSISTANTS);
        }

        @Override
        List<String> heap() {
            return List.of("-Xmx32m");
        }
    },

    /** As many connections as requests. */
    IN_FLIGHT_2000(
            "2,000 in flight, each answered after 2 s", Service.AFTER_2_S, 3, FLOOR, TELNYX, WEB_CLIENT, JDK, OKHTTP) {
        @Override
        Measurement open(Candidates kind, Target target) {
            Candidate candidate = kind.create(target);
            return new InFlight(candidate::assistant, 2_000);
        }

        @Override
        int connections() {
            return 2_000;
        }
    },

    /** As many connections as requests. */
    IN_FLIGHT_10000("10,000 in flight, each answered after 2 s", Service.AFTER_2_S, 3, FLOOR, TELNYX, WEB_CLIENT) {
        @Override
        Measurement open(Candidates kind, Target target) {
            Candidate candidate = kind.create(target);
            return new InFlight(candidate::assistant, 10_000);
        }

        @Override
        int connections() {
            return 10_000;
        }

        /** The server could not hold the connections of all of them. */
        @Override
        boolean anewEachRound() {
            return true;
        }
    },

    /** More requests than connections. */
    AT_ONCE_10000(
            "10,000 at once over 512 connections, each answered after 2 s",
            Service.AFTER_2_S,
            1,
            FLOOR,
            TELNYX,
            WEB_CLIENT) {
        @Override
        Measurement open(Candidates kind, Target target) {
            Candidate candidate = kind.create(target);
            return new InFlight(candidate::assistant, 10_000);
        }
    },

    /** What happens where nothing happens. */
    IDLE("Ten clients, built, used once and left alone", Service.AT_ONCE, 3, FLOOR, TELNYX) {
        @Override
        Measurement open(Candidates kind, Target target) {
            return new Idle(kind, target);
        }

        @Override
        boolean anewEachRound() {
            return true;
        }
    },

    /** A whole batch. */
    FOLLOW("Trigger 100 suites and follow their 10,000 runs to the end", Service.SIMULATED, 3, TELNYX) {
        @Override
        Measurement open(Candidates kind, Target target) {
            return new Follow(target, SimulatedService.SUITES, SimulatedService.TESTS_OF_SUITE);
        }
    };

    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final int DEFAULT_CONNECTIONS = 512;

    private final String title;
    private final Service service;
    private final int rounds;
    private final List<Candidates> candidates;

    Workload(String title, Service service, int rounds, Candidates... candidates) {
        this.title = title;
        this.service = service;
        this.rounds = rounds;
        this.candidates = List.of(candidates);
    }

    /** Makes the client and all that measures it. */
    abstract Measurement open(Candidates kind, Target target);

    List<String> heap() {
        return List.of("-Xms512m", "-Xmx512m");
    }

    int connections() {
        return DEFAULT_CONNECTIONS;
    }

    /** Whether a candidate's virtual machine is ended after each of its rounds. */
    boolean anewEachRound() {
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

    /** Who answers. */
    enum Service {
        AT_ONCE,
        AFTER_20_MS,
        AFTER_2_S,
        SIMULATED
    }
}
