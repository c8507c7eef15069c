package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.simulator.Simulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Lists in a virtual machine of their own, whose output is a pipe. */
class ListProcessTest {

    private static final int MILLION = 1_000_000;

    private static Process list(Simulator simulator) throws IOException {
        return new Program()
                .to(simulator)
                .withOption("-Xmx48m")
                .command("list", "tests")
                .start();
    }

    @Test
    void endsWhenItsReaderClosesThePipe() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            simulator.addTests("large", MILLION);
            Process process = list(simulator);
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            assertThat(out.readLine()).startsWith("{\"test_id\":");

            out.close();

            assertThat(process.errorReader(StandardCharsets.UTF_8).lines()).isEmpty();
            assertThat(process.waitFor()).isZero();
            // An unread pipe holds less than a thousand tests.
            assertThat(simulator.requestCount()).isLessThan(25);
        }
    }

    @Test
    void waitsForASlowReader() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            simulator.addTests("large", 5000);
            Process process = list(simulator);
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            assertThat(out.readLine()).startsWith("{\"test_id\":");
            assertThat(simulator.requestCount()).isLessThan(25);

            assertThat(out.lines()).hasSize(4999);
            assertThat(process.waitFor()).isZero();
            assertThat(simulator.requestCount()).isEqualTo(50);
        }
    }
}
