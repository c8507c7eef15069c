package io.github.telnyxreactive.webflux.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless browser, operated with the keyboard. */
final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MAX_TABS = 100;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts the installed browser. Skips the test if there is none: nothing is ever downloaded. */
    static Browser start() {
        Optional<File> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<File> chromedriver = onPath("chromedriver");
        assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "SKIPPED: the page is not tested, because chromium and chromedriver are not on the path");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow())
                .usingAnyFreePort()
                .build();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow());
        options.addArguments(
                "--headless=new",
                "--hide-scrollbars",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--no-proxy-server");
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<File> onPath(String... names) {
        List<String> folders =
                List.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator));
        return Arrays.stream(names)
                .flatMap(name -> folders.stream().map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    void open(String address) {
        driver.get(address);
    }

    void reload() {
        driver.navigate().refresh();
    }

    String address() {
        return Objects.requireNonNull(driver.getCurrentUrl());
    }

    String title() {
        return Objects.requireNonNull(driver.getTitle());
    }

    /** Finds an element, and waits for it if necessary. */
    WebElement find(String css) {
        return new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> css + " is not on the page")
                .until(page -> page.findElements(By.cssSelector(css)).stream()
                        .findFirst()
                        .orElse(null));
    }

    /** Returns the text of an element, whether or not it is scrolled into view. */
    String text(String css) {
        return Objects.requireNonNullElse(find(css).getDomProperty("textContent"), "")
                .strip();
    }

    void await(String what, BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
                .withMessage(() -> what + " was not reached; the page contains: "
                        + find("body").getText())
                .until(page -> condition.getAsBoolean());
    }

    void awaitText(String css, String part) {
        await("\"" + part + "\" in " + css, () -> text(css).contains(part));
    }

    Object script(String script) {
        return Objects.requireNonNull(driver.executeScript(script));
    }

    /** Moves the focus to an element with the tab key alone, and checks that the focus is visible. */
    void tabTo(String css) {
        WebElement wanted = find(css);
        for (int tabs = 0; !wanted.equals(driver.switchTo().activeElement()); tabs++) {
            assertThat(tabs).as("tabs to " + css).isLessThan(MAX_TABS);
            press(Keys.TAB);
        }
        assertThat(script("return document.activeElement.matches(':focus-visible')"))
                .isEqualTo(true);
    }

    void press(CharSequence keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Sets the size of the page in CSS pixels, which can be smaller than that of a window. */
    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void prefer(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** Saves a screenshot of the whole page for manual review. */
    void screenshot(String name) throws IOException {
        Map<String, Object> taken =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode((String)
                Objects.requireNonNull(taken.get("data"))));
    }

    /** Returns the errors of the page itself, which failed requests are not. */
    Stream<String> errors() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(message -> !message.contains("Failed to load resource"));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
