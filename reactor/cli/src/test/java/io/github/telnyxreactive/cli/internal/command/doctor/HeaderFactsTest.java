package io.github.telnyxreactive.cli.internal.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.http.Headers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderFactsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String DATE_OF_NOON = "Mon, 2 Mar 2026 12:00:00 GMT";

    static Reply reply(Map<String, String> headers, Instant receivedAt) {
        return new Reply(
                new Headers() {
                    @Override
                    public String first(String name) {
                        return headers.get(name);
                    }

                    @Override
                    public List<String> all(String name) {
                        return List.copyOf(headers.values());
                    }

                    @Override
                    public Set<String> names() {
                        return headers.keySet();
                    }
                },
                receivedAt);
    }

    @ParameterizedTest
    @CsvSource({"0, OK", "60, OK", "-60, OK", "61, ODD", "-61, ODD"})
    void comparesTheClocks(int seconds, Verdict verdict) {
        HeaderFacts facts = HeaderFacts.of(List.of(reply(Map.of("date", DATE_OF_NOON), NOON.plusSeconds(seconds))));

        assertThat(facts.clockDifference()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(facts.clockVerdict()).isEqualTo(verdict);
    }

    @Test
    void believesTheFastestResponse() {
        HeaderFacts facts = HeaderFacts.of(List.of(
                reply(Map.of("date", DATE_OF_NOON), NOON.plusSeconds(90)),
                reply(Map.of("date", DATE_OF_NOON), NOON.plusSeconds(1)),
                reply(Map.of("date", "noon"), NOON)));

        assertThat(facts.clockDifference()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void countsHeaders() {
        HeaderFacts facts = HeaderFacts.of(List.of(
                reply(Map.of("x-request-id", "1", "x-ratelimit-limit", "9"), NOON),
                reply(Map.of("x-request-id", "2"), NOON)));

        assertThat(facts.requestIdVerdict()).isEqualTo(Verdict.OK);
        assertThat(facts.rateLimitVerdict()).isEqualTo(Verdict.NOTE);
        assertThat(facts.rateLimits()).containsEntry("x-ratelimit-limit", 1).containsEntry("x-ratelimit-reset", 0);
        assertThat(facts.clockVerdict()).isEqualTo(Verdict.NOTE);
    }
}
