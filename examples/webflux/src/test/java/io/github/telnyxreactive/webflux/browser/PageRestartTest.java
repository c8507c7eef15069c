package io.github.telnyxreactive.webflux.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.webflux.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page in a real browser, while the service is stopped and started again. */
class PageRestartTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path journals;

    private volatile InstantSource clock = InstantSource.fixed(Instant.now());
    private Browser browser;
    private Simulator simulator;
    private Service service;
    private CuttableProxy proxy;

    @BeforeEach
    void start() throws IOException {
        browser = Browser.start();
        simulator = Simulator.builder()
                .runDuration(Duration.ofMillis(200), Duration.ofMillis(600))
                .outcomes(2, 1, 0)
                .clock(() -> clock.instant())
                .start();
        simulator.addSuite("checkout", 6);
        simulator.addSuite("refunds", 6);
        service = service();
        proxy = new CuttableProxy(port());
    }

    private Service service() {
        return Service.against(
                simulator,
                journals,
                "telnyx.batches.max-concurrent-runs=6",
                "telnyx.batches.shortest-polling=50ms",
                "telnyx.batches.longest-polling=200ms");
    }

    private int port() {
        return URI.create(service.url()).getPort();
    }

    @AfterEach
    void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (proxy != null) {
            proxy.close();
            service.close();
            simulator.close();
        }
    }

    private void startAll() {
        browser.open("http://127.0.0.1:" + proxy.port() + "/");
        browser.find(".choice");
        browser.script("document.querySelector('[data-part=all]').click();"
                + " document.querySelector('[data-part=run]').click(); return true");
        browser.awaitText("[data-part=ended]", "0 of 6");
    }

    @Test
    void goesOnAfterARestartWithoutAGap() throws Exception {
        startAll();

        service.close();

        browser.awaitText("[data-part=link]", "Connection lost, reconnecting");
        browser.screenshot("service-stopped-1280");

        clock = InstantSource.system();
        service = service();
        proxy.connectTo(port());

        browser.awaitText("[data-part=status]", "Finished");
        browser.awaitText("[data-part=ended]", "12 of 12");
        assertThat(browser.text("[data-part=link]")).isEmpty();
        assertThat(simulator.createdRuns()).hasSize(12);
        assertShown();

        browser.reload();
        browser.awaitText("[data-part=status]", "Finished");
        assertShown();
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void forgetsRunsThatTheServiceHasLostUntilItFindsThemAgain() throws Exception {
        startAll();
        openSuites();
        browser.await("a row for each run", () -> rows().size() == 6);
        service.close();
        // As after a power failure: only what was begun is certainly on the disk.
        Path journal =
                journals.resolve(browser.address().substring(browser.address().lastIndexOf('/') + 1) + ".jsonl");
        Files.write(
                journal,
                Files.readAllLines(journal).stream()
                        .takeWhile(line -> !line.contains("\"entry\":\"started\""))
                        .toList());
        simulator.inject(
                FaultRule.on("assistants.tests.testSuites.runs.trigger").inject(Fault.resetBeforeProcessing()));
        service = service();
        proxy.connectTo(port());

        browser.awaitText("[data-part=ended]", "0 of 0");
        assertThat(browser.script("return document.querySelectorAll('.cells i').length"))
                .isEqualTo(0L);
        assertThat(rows()).isEmpty();

        simulator.clearFaults();
        clock = InstantSource.system();
        browser.awaitText("[data-part=status]", "Finished");
        browser.awaitText("[data-part=ended]", "12 of 12");
        assertThat(simulator.createdRuns()).hasSize(12);
        assertShown();
    }

    private void openSuites() {
        browser.script("document.querySelectorAll('.suite').forEach((suite) => suite.open = true); return true");
    }

    /** Compares each run and the totals with those of the service, which shows those of the simulator. */
    private void assertShown() throws Exception {
        Map<String, String> truth = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode run : batch().get("runs")) {
            String status = run.get("status").stringValue();
            truth.put("run-" + run.get("run_id").stringValue(), status);
            counts.merge(status, 1, Integer::sum);
        }
        openSuites();
        browser.await("a row for each run", () -> rows().size() >= truth.size());
        assertThat(rows()).isEqualTo(truth);
        assertThat(browser.script("return document.querySelectorAll('.cells i').length"))
                .isEqualTo((long) truth.size());
        counts.forEach((status, count) -> assertThat(browser.text(".legend [data-status=" + status + "] b"))
                .isEqualTo(count.toString()));
    }

    private Map<?, ?> rows() {
        return (Map<?, ?>) browser.script("return Object.fromEntries([...document.querySelectorAll('.run')]"
                + ".map((run) => [run.id, run.querySelector('.chip').dataset.status]))");
    }

    private JsonNode batch() throws IOException, InterruptedException {
        String fragment = Objects.requireNonNull(URI.create(browser.address()).getFragment());
        return TelnyxJson.read(
                HTTP.send(
                                HttpRequest.newBuilder(URI.create(service.url() + fragment))
                                        .build(),
                                BodyHandlers.ofByteArray())
                        .body(),
                JsonNode.class);
    }

    @Test
    void showsWhyABatchCannotBeResumed() throws Exception {
        Files.writeString(journals.resolve("broken.jsonl"), "no journal\n");
        service.close();
        service = service();
        proxy.connectTo(port());

        browser.open("http://127.0.0.1:" + proxy.port() + "/#/batches/broken");

        browser.awaitText("[data-part=status]", "Aborted");
        browser.awaitText(".notice", "The batch was aborted");
        browser.awaitText(".notice", "it is not known what was done");
    }
}
