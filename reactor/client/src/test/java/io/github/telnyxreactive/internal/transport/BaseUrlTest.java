package io.github.telnyxreactive.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.error.TransportException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "http://telnyx_mock:12111, telnyx_mock, 12111, telnyx_mock:12111, ''",
        "http://127.0.0.1:9, 127.0.0.1, 9, 127.0.0.1:9, ''",
        "http://[::1]:8080/v2, ::1, 8080, [::1]:8080, /v2",
        "https://[2001:db8::7], 2001:db8::7, 443, [2001:db8::7], ''",
        "https://api.telnyx.com/v2, api.telnyx.com, 443, api.telnyx.com, /v2",
        "HTTPS://API.telnyx.com:443/v2/, API.telnyx.com, 443, API.telnyx.com, /v2",
        "http://proxy:/telnyx/v2//, proxy, 80, proxy, /telnyx/v2",
        "' http://localhost:80 ', localhost, 80, localhost, ''",
        "http://localhost:443/a%20b, localhost, 443, localhost:443, /a%20b",
        "http://localhost/caf\u00e9, localhost, 80, localhost, /caf%C3%A9"
    })
    void isReadAsWritten(String text, String host, int port, String authority, String path) {
        BaseUrl url = BaseUrl.parse(text);

        assertThat(url.host()).isEqualTo(host);
        assertThat(url.port()).isEqualTo(port);
        assertThat(url.authority()).isEqualTo(authority);
        assertThat(url.path()).isEqualTo(path);
        assertThat(url.secure()).isEqualTo(text.strip().toLowerCase().startsWith("https"));
        assertThat(BaseUrl.parse(url.toString())).isEqualTo(url);
    }

    @Test
    void anUnderscoreReachesTheResolver() {
        InetSocketAddress address =
                BaseUrl.parse("http://telnyx_mock.invalid:12111").address();

        assertThat(address.getHostString()).isEqualTo("telnyx_mock.invalid");
        assertThat(address.getPort()).isEqualTo(12111);
        try (TelnyxClient client =
                Clients.to("http://telnyx_mock.invalid:12111").build()) {
            assertThatThrownBy(() ->
                            client.ai().assistants().tests().retrieve("test").block())
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("telnyx_mock.invalid")
                    .hasMessageNotContaining("telnyx_mock.invalid:12111");
        }
    }

    @Test
    void aPortOfOneDigitIsAPort() {
        try (TelnyxClient client = Clients.to("http://127.0.0.1:9").build()) {
            assertThatThrownBy(() ->
                            client.ai().assistants().tests().retrieve("test").block())
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("127.0.0.1:9")
                    .hasMessageNotContaining("resolve");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void connectsToAnAddressAndNamesItInTheRequest(String address) throws Exception {
        assumeTrue(isLocal(address), () -> address + " is no address of this machine");
        Queue<String> requests = new ConcurrentLinkedQueue<>();
        DisposableServer server = HttpServer.create()
                .host(address)
                .port(0)
                .handle((request, response) -> {
                    requests.add(request.requestHeaders().get("host") + " " + request.uri());
                    return response.status(404).sendString(Mono.just("{}"));
                })
                .bindNow();
        String authority = (address.contains(":") ? "[" + address + "]" : address) + ":" + server.port();
        try (TelnyxClient client =
                Clients.to("http://" + authority + "/gateway/v2/").build()) {
            assertThatThrownBy(() ->
                            client.ai().assistants().tests().retrieve("test").block())
                    .hasMessageContaining("404");
        } finally {
            server.disposeNow();
        }

        assertThat(requests).containsExactly(authority + " /gateway/v2/ai/assistants/tests/test");
    }

    private static boolean isLocal(String address) throws Exception {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getByName(address)) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
