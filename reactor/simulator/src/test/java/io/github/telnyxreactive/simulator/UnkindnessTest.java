package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The modes of an unkind service as values and as text, and outages. */
class UnkindnessTest {

    private final MutableClock clock = new MutableClock();

    @Test
    void modesAreNamedInOrder() {
        Unkindness unkindness = Unkindness.builder()
                .endlessRuns(1)
                .staleReads(0.2, Duration.ofSeconds(90))
                .listLag(Duration.ofMillis(1500))
                .ignoredFilters("test_suite", "status")
                .totalResults(-3)
                .shiftingPages(2, 1)
                .forgottenKeys(Duration.ZERO)
                .throttled(Duration.ZERO, Duration.ofMinutes(2))
                .build();

        assertThat(unkindness)
                .hasToString("list-lag=1500ms,stale-reads=0.2/90s,ignored-filters=status+test_suite,total-results=-3,"
                        + "shifting-pages=2/1,forgotten-keys=0s,endless-runs=1.0,throttled=0s/2m");
        assertThat(Unkindness.parse(unkindness.toString()))
                .isEqualTo(unkindness)
                .hasSameHashCodeAs(unkindness);
        assertThat(Unkindness.none()).hasToString("none").isNotEqualTo(unkindness);
        assertThat(unkindness.toBuilder().endlessRuns(0).build())
                .isNotEqualTo(unkindness)
                .asString()
                .endsWith("endless-runs=0.0,throttled=0s/2m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "none"})
    void nothingIsKind(String text) {
        assertThat(Unkindness.parse(text)).isEqualTo(Unkindness.none());
    }

    @Test
    void laterModesTakePrecedence() {
        assertThat(Unkindness.parse("list-lag=1s, list-lag=2s")).hasToString("list-lag=2s");
        assertThat(Unkindness.parse("random=7,endless-runs=0"))
                .isEqualTo(Unkindness.random(7).toBuilder().endlessRuns(0).build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    slow=1s                       | no mode "slow", only random and list-lag, read-lag
                    list-lag                      | list-lag needs the form list-lag=<duration>
                    list-lag=                     | list-lag needs the form list-lag=<duration>
                    list-lag=1s/2s                | list-lag needs the form list-lag=<duration>
                    list-lag=soon                 | the unit ms, s or m
                    list-lag=1s,                  | no mode ""
                    stale-reads=0.2               | stale-reads needs the form stale-reads=<share>/<duration>
                    stale-reads=20%/1s            | a share must be a number from 0 to 1, but was "20%"
                    stale-reads=1.5/1s            | stale-reads must be a share from 0 to 1, but was 1.5
                    stale-reads=NaN/1s            | stale-reads must be a share from 0 to 1
                    ignored-filters=stat          | ignored-filters must be one or more of [status, test_suite, test_suite_run_id]
                    total-results=0               | total-results must be other than 0
                    total-results=x               | a whole number is expected, but was "x"
                    fail-beyond=0                 | fail-beyond must be at least 1
                    unauthorized=2s/1s            | unauthorized must end after it begins
                    random=x                      | a whole number is expected
                    """)
    void invalidTextIsRejectedWithAReason(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unkindness.parse(text))
                .withMessageStartingWith("\"" + text + "\" does not describe an unkind service: ")
                .withMessageContaining(reason);
    }

    @Test
    void invalidValuesAreRejected() {
        List<Consumer<UnkindnessBuilder>> invalid = List.of(
                builder -> builder.endlessRuns(-0.1),
                builder -> builder.listLag(Duration.ofSeconds(-1)),
                builder -> builder.listLag(Duration.ofNanos(1)),
                builder -> builder.ignoredFilters(),
                builder -> builder.rejectedFilters("destination"),
                builder -> builder.totalPages(0),
                builder -> builder.shiftingPages(1, 0),
                builder -> builder.rejectBeyond(0),
                builder -> builder.failing(Duration.ofSeconds(1), Duration.ofSeconds(1)));

        assertThat(invalid)
                .allSatisfy(setting ->
                        assertThatIllegalArgumentException().isThrownBy(() -> setting.accept(Unkindness.builder())));
    }

    @Test
    void builtValueDoesNotChange() {
        UnkindnessBuilder builder = Unkindness.builder().endlessRuns(1);
        Unkindness built = builder.build();
        builder.listLag(Duration.ofSeconds(1));

        assertThat(built).hasToString("endless-runs=1.0");
    }

    @Test
    void randomChoiceFollowsFromItsSeedAndTellsAll() {
        List<Unkindness> choices =
                LongStream.range(0, 200).mapToObj(Unkindness::random).toList();

        assertThat(choices)
                .allSatisfy(choice ->
                        assertThat(Unkindness.parse(choice.toString())).isEqualTo(choice));
        assertThat(choices.stream().distinct()).hasSizeGreaterThan(190);
        assertThat(Unkindness.random(3)).isEqualTo(choices.get(3));
        Set<String> names = choices.stream()
                .flatMap(choice -> Arrays.stream(choice.toString().split(",")))
                .map(mode -> mode.replaceAll("=.*", ""))
                .collect(Collectors.toSet());
        names.remove("none");
        assertThat(names).hasSize(28).contains("list-lag", "failing");
    }

    @Test
    void outagesBeginAndEndByTheClock() {
        Duration second = Duration.ofSeconds(1);
        Unkindness outages = Unkindness.builder()
                .unauthorized(second, second.multipliedBy(2))
                .throttled(second.multipliedBy(2), second.multipliedBy(3))
                .failing(second.multipliedBy(3), second.multipliedBy(4))
                .build();
        try (Simulator simulator =
                Simulator.builder().clock(clock).unkindness(outages).start()) {
            Caller caller = new Caller(simulator);
            for (int status : new int[] {200, 401, 429, 500}) {
                assertThat(caller.get(TESTS).statusCode()).isEqualTo(status);
                clock.advance(Duration.ofMillis(999));
                assertThat(caller.get(TESTS).statusCode()).isEqualTo(status);
                clock.advance(Duration.ofMillis(1));
            }
            assertThat(caller.get(TESTS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void keyIsRejectedAfterSomeRequestsAndForSome() {
        try (Simulator simulator = Simulator.start()) {
            Caller caller = new Caller(simulator);
            simulator.inject(FaultRule.onAny().after(2).times(1).inject(Fault.unauthorized()));

            assertThat(List.of(1, 2, 3, 4))
                    .extracting(i -> caller.get(TESTS).statusCode())
                    .containsExactly(200, 200, 401, 200);
            assertThat(simulator.requests().get(2).fault()).isEqualTo("unauthorized");
        }
    }

    @Test
    void kindServiceIsTheDefault() {
        try (Simulator byDefault = Simulator.builder().clock(clock).start();
                Simulator kind = Simulator.builder()
                        .clock(clock)
                        .unkindness(Unkindness.none())
                        .start()) {
            for (Simulator simulator : List.of(byDefault, kind)) {
                simulator.addSuite("checkout", 20);
                new Caller(simulator).post(Caller.SUITES + "/checkout/runs", "");
            }
            clock.advance(Duration.ofSeconds(4));

            assertThat(byDefault.runs()).isEqualTo(kind.runs());
            // As the first versions of the simulator have generated it.
            assertThat(byDefault.createdRuns().get(0).runId()).isEqualTo("cd73fe3d-e975-4c26-86b7-3e79f0c37c00");
        }
    }
}
