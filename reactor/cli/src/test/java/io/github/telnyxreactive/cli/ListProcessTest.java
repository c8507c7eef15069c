package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.simulator.Simulator;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lists in a virtual machine of their own, whose output is a pipe. */
@Timeout(60)
class ListProcessTest {

    private static final int MILLION = 1_000_000;

    private static ProcessBuilder list(Simulator simulator, String... arguments) {
        ProcessBuilder builder = ProcessTest.program(arguments);
        builder.command().add(1, "-Xmx48m");
        builder.environment().put("TELNYX_API_KEY", simulator.apiKey());
        builder.environment().put("TELNYX_BASE_URL", simulator.baseUrl());
        return builder;
    }

    @Test
    void whoHasSeenEnoughClosesThePipe() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            simulator.addTests("large", MILLION);
            Process process = list(simulator, "list", "tests").start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            assertThat(out.readLine()).startsWith("{\"test_id\":");

            out.close();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(process.errorReader(StandardCharsets.UTF_8).lines()).isEmpty();
            // Unread, a pipe holds less than a thousand tests.
            assertThat(simulator.requestCount()).isLessThan(25);
        }
    }

    @Test
    void aReaderWhoWaitsIsNotOverrun() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            simulator.addTests("large", 5000);
            Process process = list(simulator, "list", "tests").start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            assertThat(out.readLine()).startsWith("{\"test_id\":");
            assertThat(simulator.requestCount()).isLessThan(25);

            assertThat(out.lines()).hasSize(4999);
            assertThat(process.waitFor()).isZero();
            assertThat(simulator.requestCount()).isEqualTo(50);
        }
    }
}
