package io.github.telnyxreactive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.call.ApiResponse;
import io.github.telnyxreactive.error.BadRequestException;
import io.github.telnyxreactive.error.ConflictException;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.InternalServerException;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.PermissionDeniedException;
import io.github.telnyxreactive.error.RateLimitException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.error.UnexpectedStatusCodeException;
import io.github.telnyxreactive.error.UnprocessableEntityException;
import io.github.telnyxreactive.operation.Catalogue;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.HttpMethod;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.operation.Safety;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * Tests what every operation of the catalogue sends, with hostile values in its path, and how it handles unusual responses
 * and every shape of error. The server sends the response that a test has set, and records the request.
 */
class ContractTest {

    private record Sent(String method, String uri, HttpHeaders headers, String body) {}

    private record Response(int status, String contentType, String body) {}

    /** An error response, and the exception and message that result from it. */
    private record Failure(Response response, Class<? extends TelnyxException> error, String message) {}

    private static final Map<String, String> HOSTILE = Map.of(
            "../x",
            "..%2Fx",
            "a/b",
            "a%2Fb",
            "%2e",
            "%252e",
            "x?y#z",
            "x%3Fy%23z",
            "line\r\nbreak",
            "line%0D%0Abreak",
            "🍞",
            "%F0%9F%8D%9E",
            "..",
            "%2E%2E",
            "n".repeat(300),
            "n".repeat(300));

    private static final List<Failure> FAILURES = List.of(
            failure(
                    400,
                    "{\"errors\":[{\"code\":\"10015\",\"title\":\"Bad\",\"detail\":\"No\"}]}",
                    BadRequestException.class,
                    "Bad: No"),
            failure(401, "{\"errors\":[{\"title\":\"Key\",\"detail\":{\"a\":1}}]}", UnauthorizedException.class, "Key"),
            failure(403, "", PermissionDeniedException.class, "does not permit"),
            failure(404, "<html>none</html>", NotFoundException.class, "<html>none</html>"),
            failure(409, "{\"errors\":[{\"title\":\"Taken\"}]}", ConflictException.class, "Taken"),
            failure(
                    422,
                    "{\"detail\":[{\"loc\":[\"body\",0,\"name\"],\"msg\":\"short\",\"type\":\"t\"}]}",
                    UnprocessableEntityException.class,
                    "body.0.name short"),
            failure(
                    429,
                    "{\"errors\":[{\"code\":\"10011\",\"title\":\"Too many requests\"}]}",
                    RateLimitException.class,
                    "Too many requests"),
            failure(500, "oops", InternalServerException.class, "oops"),
            failure(502, "<html><h1>Bad Gateway</h1></html>", InternalServerException.class, "Bad Gateway"),
            failure(503, "{\"errors\":", InternalServerException.class, "{\"errors\":"),
            failure(302, "", UnexpectedStatusCodeException.class, "redirect"));

    private static Failure failure(int status, String body, Class<? extends TelnyxException> error, String message) {
        return new Failure(new Response(status, "application/json", body), error, message);
    }

    private static volatile Response scripted = new Response(200, "application/json", "{}");
    private static volatile Sent sent;

    private static final DisposableServer SERVER = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> request.receive()
                    .aggregate()
                    .asString()
                    .defaultIfEmpty("")
                    .flatMap(body -> {
                        sent = new Sent(
                                request.method().name(),
                                request.uri(),
                                request.requestHeaders().copy(),
                                body);
                        return response.status(scripted.status())
                                .header("content-type", scripted.contentType())
                                .header("x-request-id", "r-1")
                                .sendString(Mono.just(scripted.body()))
                                .then();
                    }))
            .bindNow();

    private static final TelnyxClient CLIENT = Clients.to("http://127.0.0.1:" + SERVER.port() + "/v2")
            .retry(RetryPolicy.never())
            .build();

    @AfterAll
    static void close() {
        CLIENT.close();
        SERVER.disposeNow();
    }

    static Stream<Endpoint<?>> endpoints() {
        return Catalogue.endpoints().stream();
    }

    @Test
    void hasFiftySixOperations() {
        assertThat(endpoints()).hasSize(56);
    }

    private static Operation<?> call(Endpoint<?> endpoint, String value) {
        List<String> values = Collections.nCopies(endpoint.path().variables().size(), value);
        Operation<?> operation = endpoint.call(values.toArray(String[]::new));
        for (String name : endpoint.query()) {
            operation = operation.withQuery(name, "a b&c=ü");
        }
        return endpoint.bodyType() == null ? operation : operation.withBody(Map.of("text", "ü 🍞"));
    }

    private static Object outcome(Operation<?> operation) {
        return CLIENT.exchange(operation)
                .cast(Object.class)
                .onErrorResume(Mono::just)
                .block();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void sendsWhatTheContractSpecifies(Endpoint<?> endpoint) {
        scripted = new Response(404, "application/json", "{}");
        HOSTILE.forEach((value, encoded) -> {
            assertThat(outcome(call(endpoint, value))).isInstanceOf(NotFoundException.class);

            String path = endpoint.path()
                    .toString()
                    .replaceAll("\\{\\w+}", java.util.regex.Matcher.quoteReplacement(encoded));
            String query = Flux.fromIterable(endpoint.query())
                    .map(name -> name.replace("[", "%5B").replace("]", "%5D") + "=a%20b%26c%3D%C3%BC")
                    .collect(java.util.stream.Collectors.joining("&"))
                    .block();
            assertThat(sent.method()).isEqualTo(endpoint.method().name());
            assertThat(sent.uri()).isEqualTo("/v2" + path + (query.isEmpty() ? "" : "?" + query));
            assertHeadersAndBody(endpoint);
        });
    }

    private static void assertHeadersAndBody(Endpoint<?> endpoint) {
        HttpHeaders headers = sent.headers();
        boolean hasBody = endpoint.bodyType() != null;
        assertThat(sent.body()).isEqualTo(hasBody ? "{\"text\":\"ü 🍞\"}" : "");
        assertThat(headers.getAll("authorization")).containsExactly("Bearer KEY-test");
        assertThat(headers.getAll("accept"))
                .containsExactly(endpoint.responseReader().accept());
        assertThat(headers.getAll("user-agent")).containsExactly("telnyx-reactive");
        assertThat(headers.getAll("content-type")).isEqualTo(hasBody ? List.of("application/json") : List.of());
        assertThat(headers.contains("idempotency-key")).isEqualTo(endpoint.safety() == Safety.IDEMPOTENT_BY_KEY);
        if (hasBody) {
            assertThat(headers.get("content-length"))
                    .isEqualTo(String.valueOf(sent.body().getBytes(UTF_8).length));
        } else if (endpoint.method() == HttpMethod.GET) {
            assertThat(headers.contains("content-length")).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void mapsEveryShapeOfErrorToItsType(Endpoint<?> endpoint) {
        for (Failure failure : FAILURES) {
            scripted = failure.response();

            assertThat(outcome(call(endpoint, "id"))).isInstanceOfSatisfying(failure.error(), e -> {
                assertThat(e.operation()).isEqualTo(endpoint.name());
                assertThat(e.status()).isEqualTo(failure.response().status());
                assertThat(e.requestId()).isEqualTo("r-1");
                assertThat(e.attempts()).isEqualTo(1);
                assertThat(e)
                        .hasMessageContaining(failure.message())
                        .hasMessageContaining(endpoint.method() + " " + endpoint.path());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void readsOrReportsUnusualResponses(Endpoint<?> endpoint) {
        for (String body : List.of("", "null", "{}", "[]", "\"text\"", "7", "{\"data\":", "<html></html>")) {
            scripted = new Response(200, "application/json", body);

            Object outcome = outcome(call(endpoint, "id"));

            boolean isPage = body.startsWith("<");
            if (!endpoint.responseReader().hasContent() && !isPage) {
                assertThat(outcome)
                        .isInstanceOfSatisfying(
                                ApiResponse.class,
                                response -> assertThat(response.body()).isNull());
            } else if (outcome instanceof Throwable) {
                assertThat(outcome).isInstanceOfSatisfying(DecodingException.class, e -> {
                    assertThat(e.operation()).isEqualTo(endpoint.name());
                    assertThat(e.status()).isEqualTo(200);
                    assertThat(e.requestId()).isEqualTo("r-1");
                });
            } else if (endpoint.method() == HttpMethod.DELETE && body.isEmpty()) {
                assertThat(((ApiResponse<?>) outcome).body()).isNull();
            } else {
                assertThat(((ApiResponse<?>) outcome).body()).isNotNull();
            }
        }
    }
}
