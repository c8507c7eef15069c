package io.github.telnyxreactive.webflux.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.webflux.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;

/** Tests the page in a real browser, with the real service and the simulator. */
class PageTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Browser browser;
    private static Service service;
    private static int port;

    private CuttableProxy proxy;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        service = Service.start(
                "telnyx.simulation.shortest-run=1s",
                "telnyx.simulation.longest-run=3s",
                "telnyx.batches.shortest-polling=100ms",
                "telnyx.batches.longest-polling=500ms");
        port = URI.create(service.url()).getPort();
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void connect() throws IOException {
        proxy = new CuttableProxy(port);
        browser.resize(1280, 900);
        browser.prefer("prefers-color-scheme", "light");
        browser.open("http://127.0.0.1:" + proxy.port() + "/");
        browser.find(".choice");
    }

    @AfterEach
    void disconnect() throws IOException {
        // The page is left first, so that it does not keep sending requests to a closed proxy.
        browser.open("about:blank");
        proxy.close();
    }

    @Test
    void runsAndReadsABatchWithTheKeyboard() throws Exception {
        browser.awaitText("[data-part=simulated]", "Simulation.");
        browser.screenshot("choose-1280");
        browser.tabTo("input[value=onboarding]");
        browser.press(Keys.SPACE);
        browser.tabTo("input[value=support]");
        browser.press(Keys.SPACE);
        assertThat(browser.text("[data-part=chosen]")).isEqualTo("2 suites · 18 tests");
        browser.tabTo("[data-part=run]");
        browser.press(Keys.ENTER);

        awaitEnd();

        JsonNode batch = batch();
        assertThat(browser.text("[data-part=ended]")).isEqualTo("18 of 18");
        assertThat(legend()).containsAllEntriesOf(counts(batch));
        browser.awaitText("[data-part=spoken]", "The batch has ended: ");
        assertThat(browser.title()).matches("\\d+% passed · Test batches");
        JsonNode failed = firstFailed(batch);
        openWithKeyboard(failed);
        assertThat(browser.errors()).isEmpty();
        checkSizesAndColours();
    }

    private void openWithKeyboard(JsonNode run) {
        String suite = ".suite[data-suite='" + run.get("suite").stringValue() + "']";
        browser.tabTo(suite + " > summary");
        browser.press(Keys.ENTER);
        String row = "[id='run-" + run.get("run_id").stringValue() + "']";
        browser.tabTo(row + " summary");
        assertThat(browser.script("return document.activeElement.parentElement.open"))
                .isEqualTo(false);
        browser.press(Keys.ENTER);
        browser.find(row + " .rubric [data-status=failed]");
        String body = browser.text(row + " [data-part=body]");
        assertThat(body).contains(run.get("conversation_id").stringValue());
        for (JsonNode item : run.get("rubric")) {
            assertThat(body.toLowerCase(Locale.ROOT))
                    .contains(item.get("status").stringValue()
                            + item.get("name").stringValue().toLowerCase(Locale.ROOT));
        }
    }

    private void checkSizesAndColours() throws IOException {
        browser.screenshot("batch-1280");
        for (int width : new int[] {390, 320}) {
            browser.resize(width, 844);
            assertThat(browser.script("return [document.documentElement.scrollWidth, innerWidth]"))
                    .as("width of the content, and of the page")
                    .isEqualTo(List.of((long) width, (long) width));
            browser.screenshot("batch-" + width);
        }
        browser.resize(1280, 900);
        browser.prefer("prefers-color-scheme", "dark");
        browser.screenshot("batch-1280-dark");
    }

    @Test
    void reportsALostConnectionAndMissesNothing() throws Exception {
        startAll();
        browser.awaitText(".state", "Live");
        browser.find(".cells [data-status=running]");
        assertThat(proxy.sent()).doesNotContainIgnoringCase("Last-Event-ID");

        proxy.cut();

        browser.awaitText("[data-part=link]", "Connection lost, reconnecting");
        browser.awaitText("[data-part=spoken]", "Connection lost, reconnecting.");
        browser.resize(390, 844);
        browser.screenshot("connection-lost-390");
        // The batch ends while the page is disconnected.
        browser.await("the end at the service", () -> isFinished());
        assertThat(browser.text("[data-part=status]")).isEqualTo("Running");

        proxy.restore();

        awaitEnd();
        assertThat(proxy.sent()).containsIgnoringCase("Last-Event-ID");
        assertIsShown(batch());
        assertThat(browser.text(".state")).doesNotContain("Connection lost");
    }

    @Test
    void reloadKeepsTheBatch() throws Exception {
        startAll();
        String address = browser.address();

        browser.reload();
        awaitEnd();

        assertThat(browser.address()).isEqualTo(address);
        assertIsShown(batch());

        browser.reload();
        awaitEnd();

        assertIsShown(batch());
    }

    @Test
    void showsProblemsInPlainWords() throws Exception {
        browser.tabTo("[data-part=run]");
        browser.press(Keys.ENTER);
        browser.awaitText("[role=alert]", "Select at least one suite to run");

        proxy.cut();
        browser.press(Keys.SPACE);
        browser.tabTo("[data-part=run]");
        browser.press(Keys.ENTER);
        browser.awaitText("[role=alert]", "The batch could not be started");
        browser.awaitText("[role=alert]", "Check that it is running and that you are connected.");

        proxy.restore();
        browser.open("http://127.0.0.1:" + proxy.port() + "/#/batches/unknown");
        browser.awaitText(".notice", "Batch not found");
    }

    private static void startAll() {
        browser.tabTo("[data-part=all]");
        browser.press(Keys.ENTER);
        browser.tabTo("[data-part=run]");
        browser.press(Keys.ENTER);
        browser.await("the address of the batch", () -> browser.address().contains("#/batches/"));
    }

    private static void awaitEnd() {
        browser.awaitText("[data-part=status]", "Finished");
    }

    /** Compares every figure and every run with those of the service. */
    private static void assertIsShown(JsonNode batch) {
        browser.script(
                "document.querySelectorAll('.suite:not([open])').forEach((suite) => suite.open = true); return true");
        Map<String, String> runs = StreamSupport.stream(batch.get("runs").spliterator(), false)
                .collect(Collectors.toMap(
                        run -> "run-" + run.get("run_id").stringValue(),
                        run -> run.get("status").stringValue()));
        browser.await("a row for each run", () -> rows().size() >= runs.size());
        assertThat(rows()).hasSize(34).isEqualTo(runs);
        assertThat(legend()).containsAllEntriesOf(counts(batch));
        assertThat(browser.text("[data-part=ended]")).isEqualTo("34 of 34");
        double rate = batch.get("totals").get("overall").get("pass_rate").doubleValue();
        assertThat(browser.text("[data-part=rate]")).isEqualTo(Math.round(rate) + "%");
    }

    private static Map<String, String> rows() {
        return strings("return Object.fromEntries([...document.querySelectorAll('.run')]"
                + ".map((run) => [run.id, run.querySelector('.chip').dataset.status]))");
    }

    private static Map<String, String> legend() {
        return strings("return Object.fromEntries([...document.querySelectorAll('.legend li')]"
                + ".map((line) => [line.dataset.status, line.querySelector('b').textContent]))");
    }

    private static Map<String, String> strings(String script) {
        Map<String, String> strings = new LinkedHashMap<>();
        ((Map<?, ?>) browser.script(script)).forEach((key, value) -> strings.put((String) key, (String) value));
        return strings;
    }

    private static Map<String, String> counts(JsonNode batch) {
        Map<String, String> counts = new LinkedHashMap<>();
        for (JsonNode run : batch.get("runs")) {
            counts.merge(
                    run.get("status").stringValue(), "1", (one, more) -> Integer.toString(Integer.parseInt(one) + 1));
        }
        return counts;
    }

    private static JsonNode firstFailed(JsonNode batch) {
        return StreamSupport.stream(batch.get("runs").spliterator(), false)
                .filter(run -> "failed".equals(run.get("status").stringValue()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFinished() {
        try {
            return "finished".equals(batch().get("status").stringValue());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads the batch that the page shows from the service itself. */
    private static JsonNode batch() throws IOException, InterruptedException {
        String fragment = Objects.requireNonNull(URI.create(browser.address()).getFragment());
        URI address = URI.create("http://127.0.0.1:" + port + fragment);
        return TelnyxJson.read(
                HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray())
                        .body(),
                JsonNode.class);
    }
}
