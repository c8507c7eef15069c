package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.SUITES;
import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void suspendedSimulatorRefusesConnectionsAndResumesWithItsState(boolean tls) throws Exception {
        try (Simulator simulator = Simulator.builder().tls(tls).start()) {
            String baseUrl = simulator.baseUrl();
            simulator.addSuite("checkout", 2);
            for (int i = 0; i < 3; i++) {
                // A client may reuse a pooled connection that has been closed, so each round has its own client.
                new Caller(simulator, TlsTest.client(simulator)).get(SUITES);
                RawConnection open = new RawConnection(simulator);
                simulator.suspend();
                simulator.suspend();

                assertThat(open.readToEnd()).isEmpty();
                open.close();
                assertThatExceptionOfType(ConnectException.class)
                        .isThrownBy(() -> new RawConnection(simulator).close());
                simulator.resume();
                simulator.resume();
            }

            assertThat(simulator.baseUrl()).isEqualTo(baseUrl);
            Caller caller = new Caller(simulator, TlsTest.client(simulator));
            assertThat(caller.get(SUITES).body()).contains("checkout");
            assertThat(simulator.connectionCount()).isEqualTo(7);
        }
    }

    @Test
    void suspendingClosesConnectionsWithPendingRequests() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            simulator.inject(FaultRule.onAny().times(1).inject(Fault.silence()));
            try (RawConnection connection = new RawConnection(simulator)) {
                connection.send("GET", "/v2" + TESTS, "");
                Await.until(() -> simulator.requestCount() > 0);

                simulator.suspend();

                assertThat(connection.readToEnd()).isEmpty();
            }
        }
    }

    @Test
    void closedSimulatorLeavesNoThreadsAndNoSocket() throws Exception {
        Set<Thread> before = simulatorThreads();
        Simulator simulator = Simulator.start();
        new Caller(simulator).get(TESTS);
        Set<Thread> own = simulatorThreads();
        own.removeAll(before);
        assertThat(own).isNotEmpty().allMatch(Thread::isDaemon);
        int port = URI.create(simulator.baseUrl()).getPort();

        simulator.close();
        simulator.close();

        for (Thread thread : own) {
            thread.join(Await.LIMIT.toMillis());
            assertThat(thread.isAlive()).isFalse();
        }
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new RawConnection(simulator).close());
        assertThatIllegalStateException().isThrownBy(simulator::resume);
        try (Simulator other = Simulator.builder().port(port).start()) {
            assertThat(URI.create(other.baseUrl()).getPort()).isEqualTo(port);
        }
    }

    @Test
    void suspendedSimulatorCanBeClosed() {
        Simulator simulator = Simulator.start();
        simulator.suspend();
        simulator.close();
        simulator.suspend();
    }

    private static Set<Thread> simulatorThreads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> !thread.getName().startsWith("simulator"));
        return threads;
    }

    @Test
    void failedStartLeavesNoThreads() throws Exception {
        try (Simulator first = Simulator.start()) {
            Set<Thread> before = simulatorThreads();
            int port = URI.create(first.baseUrl()).getPort();

            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> Simulator.builder().port(port).start())
                    .withMessageContaining(String.valueOf(port));

            Set<Thread> left = simulatorThreads();
            left.removeAll(before);
            for (Thread thread : left) {
                thread.join(Await.LIMIT.toMillis());
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void invalidSettingsAreRejected() {
        SimulatorBuilder builder = Simulator.builder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.outcomes(0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.outcomes(1, -1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.runDuration(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.recordedRequests(-1));
    }
}
