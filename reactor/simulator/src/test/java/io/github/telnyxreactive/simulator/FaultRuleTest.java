package io.github.telnyxreactive.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.simulator.internal.store.SeededRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultRuleTest {

    private static final String LIST = "assistants.tests.list";
    private static final String CREATE = "assistants.tests.create";

    @Test
    void ruleAppliesToEveryNthRequestAfterTheSkippedOnes() {
        FaultRule rule = FaultRule.on(LIST).after(2).every(3).times(2).inject(Fault.silence());

        assertThat(applied(rule, 1, 20)).containsExactly(5, 8);
    }

    @Test
    void ruleCountsMatchingRequestsOnly() {
        FaultPlan plan = new FaultPlan(new SeededRandom(0), InstantSource.system());
        plan.add(FaultRule.on(LIST).every(2).inject(Fault.silence()));

        assertThat(plan.next(LIST)).isNull();
        assertThat(plan.next(CREATE)).isNull();
        assertThat(plan.next(null)).isNull();
        assertThat(plan.next(LIST)).isNotNull();
    }

    @Test
    void ruleCountsRequestsOfItsTimeOnly() {
        MutableClock clock = new MutableClock();
        FaultPlan plan = new FaultPlan(new SeededRandom(0), clock);
        clock.advance(Duration.ofHours(1));
        plan.add(FaultRule.onAny()
                .from(Duration.ofSeconds(1))
                .until(Duration.ofSeconds(3))
                .after(1)
                .inject(Fault.silence()));

        List<Boolean> applied = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            applied.add(plan.next(LIST) != null);
            applied.add(plan.next(LIST) != null);
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(applied).containsExactly(false, false, false, true, true, true, false, false);
    }

    @Test
    void firstRuleThatAppliesWins() {
        FaultPlan plan = new FaultPlan(new SeededRandom(0), InstantSource.system());
        plan.add(FaultRule.on(LIST).every(2).inject(Fault.silence()));
        plan.add(FaultRule.onAny().inject(Fault.garbage()));

        assertThat(List.of(plan.next(LIST), plan.next(LIST), plan.next(LIST)))
                .extracting(Fault::name)
                .containsExactly("garbage", "silence", "garbage");
        assertThat(plan.next(null)).isNotNull();
        plan.clear();
        assertThat(plan.next(LIST)).isNull();
    }

    @Test
    void probabilityDependsOnTheSeedOnly() {
        FaultRule rule = FaultRule.onAny().probability(0.25).inject(Fault.silence());

        assertThat(applied(rule, 1, 1000)).isEqualTo(applied(rule, 1, 1000)).hasSizeBetween(200, 300);
        assertThat(applied(rule, 2, 1000)).isNotEqualTo(applied(rule, 1, 1000));
        assertThat(applied(FaultRule.onAny().probability(0).inject(Fault.silence()), 1, 100))
                .isEmpty();
        assertThat(applied(FaultRule.onAny().probability(1).inject(Fault.silence()), 1, 100))
                .hasSize(100);
    }

    private static List<Integer> applied(FaultRule rule, long seed, int requests) {
        FaultPlan plan = new FaultPlan(new SeededRandom(seed), InstantSource.system());
        plan.add(rule);
        List<Integer> applied = new ArrayList<>();
        for (int i = 1; i <= requests; i++) {
            if (plan.next(LIST) != null) {
                applied.add(i);
            }
        }
        return applied;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    assistants.tests.runs.trigger:reset-after:every=5,times=2 | assistants.tests.runs.trigger[every=5, probability=1.0, times=2, after=0]:reset-after
                    *:silence                       | *[every=1, probability=1.0, times=2147483647, after=0]:silence
                    *:latency=250ms:probability=0.1 | *[every=1, probability=0.1, times=2147483647, after=0]:latency(PT0.25S)
                    *:drip=1s                       | *[every=1, probability=1.0, times=2147483647, after=0]:drip(PT1S)
                    *:too-many-requests             | *[every=1, probability=1.0, times=2147483647, after=0]:too-many-requests
                    *:too-many-requests=2m:after=3  | *[every=1, probability=1.0, times=2147483647, after=3]:too-many-requests(PT2M)
                    *:service-unavailable=1s        | *[every=1, probability=1.0, times=2147483647, after=0]:service-unavailable(PT1S)
                    *:service-unavailable           | *[every=1, probability=1.0, times=2147483647, after=0]:service-unavailable
                    *:unauthorized:from=1s,until=2m | *[every=1, probability=1.0, times=2147483647, after=0, from=PT1S, until=PT2M]:unauthorized
                    *:silence:until=2m,from=1s      | *[every=1, probability=1.0, times=2147483647, after=0, from=PT1S, until=PT2M]:silence
                    *:status=418                    | *[every=1, probability=1.0, times=2147483647, after=0]:status(418)
                    *:redirect=http://h:8/x:times=1 | *[every=1, probability=1.0, times=1, after=0]:redirect(http://h:8/x)
                    *:redirect=http://h:8/x?a=b     | *[every=1, probability=1.0, times=2147483647, after=0]:redirect(http://h:8/x?a=b)
                    """)
    void rulesAreParsed(String text, String rule) {
        assertThat(FaultRule.parse(text)).hasToString(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "internal-server-error",
                "bad-gateway",
                "unauthorized",
                "reset-before",
                "reset-after",
                "truncated-body",
                "garbage",
                "silence"
            })
    void faultsWithoutValueAreParsed(String name) {
        assertThat(FaultRule.parse("*:" + name).fault().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    ''                          | form operation:fault
                    reset-after                 | form operation:fault
                    nothing.list:silence        | no operation "nothing.list"
                    *:explode                   | no fault "explode"
                    *:explode=1                 | no fault "explode"
                    *:latency                   | needs a value
                    *:latency=fast              | the unit ms, s or m
                    *:silence=1s                | takes no value
                    *:silence:often=1           | no setting "often", only every, times, after, probability, from and until
                    *:silence:every=0           | every must be at least 1
                    *:silence:times=0           | times must be at least 1
                    *:silence:after=-1          | after must be at least 0
                    *:silence:probability=1.1   | from 0 to 1
                    *:silence:probability=NaN   | from 0 to 1
                    *:silence:every=x           | not a number
                    *:status=x                  | not a number
                    *:status=99                 | from 200 to 599
                    """)
    void invalidRuleIsRejectedWithAReason(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultRule.parse(text))
                .withMessageContaining("\"" + text + "\" is not a fault rule")
                .withMessageContaining(reason);
    }

    @Test
    void unknownOperationIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultRule.on("assistants.test.list"))
                .withMessageContaining("assistants.test.list");
    }
}
