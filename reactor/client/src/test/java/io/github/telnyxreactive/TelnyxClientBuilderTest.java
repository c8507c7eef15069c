package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.telnyxreactive.call.CallOptions;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that invalid settings are rejected before anything is sent. */
class TelnyxClientBuilderTest {

    @Test
    void requiresAKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TelnyxClient.builder().build())
                .withMessageContaining("apiKey");
        assertThatIllegalStateException()
                .isThrownBy(() -> TelnyxClient.builder().environment(name -> null))
                .withMessageContaining("TELNYX_API_KEY is not set");
        assertThatIllegalStateException()
                .isThrownBy(() -> TelnyxClient.builder().environment(name -> " "))
                .withMessageContaining("TELNYX_API_KEY is not set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nX-Injected: yes",
                "a\nb",
                "a\rGET /v2/ai/assistants HTTP/1.1",
                "a\0",
                "\u007f",
                "\u0085",
                "caf\u0301e",
                "\u560a"
            })
    void rejectsAHeaderThatWouldNotStayOne(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TelnyxClient.builder().header("X-Tenant", text))
                .withMessageContaining("X-Tenant")
                .withMessageNotContaining(text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TelnyxClient.builder().header("X" + text, "value"))
                .withMessageContaining("name of a header")
                .withMessageNotContaining(text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.defaults().withHeader("X-Tenant", text));
    }

    @Test
    void sendsHeadersOfVisibleCharactersAsTheyAre() {
        try (Simulator simulator = Simulator.start();
                TelnyxClient client = Clients.of(simulator)
                        .header("X-Tenant", "caf\u00e9, \"a\"\tb")
                        .build()) {
            client.ai().assistants().tests().list().blockLast();

            assertThat(simulator.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.header("x-tenant")).isEqualTo("caf\u00e9, \"a\"\tb"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "KEY\nX-Injected: 1", "KEY with spaces", "KEYé", "KEY\u0000"})
    void rejectsAMalformedKeyWithoutShowingIt(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TelnyxClient.builder().apiKey(key))
                .withMessageNotContaining("KEY")
                .withMessageContaining("API key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.telnyx.com/v2",
                "ftp://api.telnyx.com",
                "https://",
                "https:///v2",
                "http://a b",
                "https://user:secret@api.telnyx.com",
                "https://api.telnyx.com?x=1",
                "https://api.telnyx.com#x",
                "//x",
                "http://host:0",
                "http://host:65536",
                "http://host:123456",
                "http://host:port",
                "http://[::1",
                "http://a[b]",
                "http://a:1:2",
                "user:secret@host",
                "http:user:secret@host",
                "http://user:se/cret:secret@host/",
                "http://user:secret?x/y@host"
            })
    void rejectsAMalformedBaseUrl(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TelnyxClient.builder().baseUrl(url))
                .withMessageContaining("base URL")
                .withMessageContaining("malformed")
                .withMessageNotContaining("secret");
    }

    @Test
    void readsKeyAndBaseUrlFromTheEnvironment() {
        try (Simulator simulator = Simulator.start()) {
            Map<String, String> environment =
                    Map.of("TELNYX_API_KEY", simulator.apiKey() + "\n", "TELNYX_BASE_URL", simulator.baseUrl() + "/");
            try (TelnyxClient client =
                    TelnyxClient.builder().environment(environment::get).build()) {
                client.ai().assistants().tests().list().blockLast();
            }
            assertThat(simulator.requests())
                    .singleElement()
                    .extracting(RecordedRequest::uri)
                    .isEqualTo("/v2/ai/assistants/tests");
        }
    }

    @Test
    void requiresPositiveNumbersAndDurations() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TelnyxClient.builder().apiKey("k").maxConnections(0).build())
                .withMessageContaining("maxConnections");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TelnyxClient.builder()
                        .apiKey("k")
                        .connectTimeout(Duration.ZERO)
                        .build())
                .withMessageContaining("connectTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TelnyxClient.builder().deadline(Duration.ofSeconds(-1)))
                .withMessageContaining("deadline");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TelnyxClient.builder().header("Authorization", "x"))
                .withMessageContaining("Authorization");
        assertThatCode(() -> TelnyxClient.builder().apiKey("k").build().close()).doesNotThrowAnyException();
    }
}
