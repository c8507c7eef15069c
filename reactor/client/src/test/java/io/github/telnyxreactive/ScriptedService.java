package io.github.telnyxreactive;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A service that answers what a test has set, and records what it was asked for. */
final class ScriptedService implements AutoCloseable {

    /** A request, with its path after the base URL. */
    record Asked(String method, String path, Map<String, String> query) {

        @Override
        public String toString() {
            return method + ' ' + path;
        }
    }

    /** A response. */
    record Answer(int status, String contentType, String body) {

        static Answer json(String body) {
            return new Answer(200, "application/json", body);
        }

        static Answer status(int status) {
            return new Answer(status, "application/json", "");
        }
    }

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Answer> script;
    private final DisposableServer server;

    ScriptedService(Function<Asked, Answer> script) {
        this.script = script;
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString()
                        .defaultIfEmpty("")
                        .flatMap(body -> {
                            Asked now = asked(request.method().name(), request.uri());
                            asked.add(now);
                            Answer answer = this.script.apply(now);
                            response.status(answer.status()).header("x-request-id", "r-1");
                            if (answer.status() == 204) {
                                return response.send().then();
                            }
                            return response.header("content-type", answer.contentType())
                                    .sendString(Mono.just(answer.body()))
                                    .then();
                        }))
                .bindNow();
    }

    private static Asked asked(String method, String uri) {
        QueryStringDecoder decoder = new QueryStringDecoder(uri);
        Map<String, String> query = decoder.parameters().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get(0)));
        return new Asked(method, decoder.path(), query);
    }

    /** Forgets what was asked, and answers with the given script from now on. */
    void answer(Function<Asked, Answer> next) {
        asked.clear();
        script = next;
    }

    /** Forgets what was asked, and answers every request alike from now on. */
    void answer(Answer always) {
        answer(request -> always);
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    long count(String method, String pathEnd) {
        return asked.stream()
                .filter(request ->
                        request.method().equals(method) && request.path().endsWith(pathEnd))
                .count();
    }

    TelnyxClientBuilder client() {
        return Clients.to(baseUrl());
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
