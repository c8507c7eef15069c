package io.github.telnyxreactive.webflux;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** The whole service, as it runs outside tests, on a port of its own. */
public final class Service implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final String url;

    private Service(List<String> properties) {
        List<String> arguments =
                new ArrayList<>(List.of("--server.port=0", "--spring.main.register-shutdown-hook=false"));
        properties.forEach(property -> arguments.add("--" + property));
        this.context = new SpringApplicationBuilder(TelnyxWebflux.class).run(arguments.toArray(String[]::new));
        this.url = "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Starts a service with properties such as {@code telnyx.rate=10}. It simulates unless they include an API key. */
    public static Service start(String... properties) {
        List<String> all = new ArrayList<>(List.of("telnyx.api-key=", "telnyx.base-url="));
        all.addAll(List.of(properties));
        return new Service(all);
    }

    /** Starts a service that calls a simulator of the test, with a new folder for its journals. */
    static Service against(Simulator simulator, String... properties) {
        return against(simulator, newFolder(), properties);
    }

    /** Starts a service that calls a simulator of the test, with the journals of an earlier one. */
    public static Service against(Simulator simulator, Path journals, String... properties) {
        List<String> all = new ArrayList<>(List.of(
                "telnyx.api-key=" + simulator.apiKey(),
                "telnyx.base-url=" + simulator.baseUrl(),
                "telnyx.batches.journals=" + journals));
        all.addAll(List.of(properties));
        return new Service(all);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "journals")), "journals-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a condition holds, polling it. */
    static void await(BooleanSupplier condition) {
        Flux.interval(Duration.ofMillis(20))
                .onBackpressureDrop()
                .filter(tick -> condition.getAsBoolean())
                .blockFirst();
    }

    /** Reads the body of a response. */
    static JsonNode json(WebTestClient.ResponseSpec response) {
        return TelnyxJson.read(
                Objects.requireNonNull(response.expectBody().returnResult().getResponseBodyContent()), JsonNode.class);
    }

    public String url() {
        return url;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl(url)
                .responseTimeout(Duration.ofMinutes(10))
                .build();
    }

    WebClient streams() {
        return WebClient.create(url);
    }

    @Override
    public void close() {
        context.close();
    }
}
