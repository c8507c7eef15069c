package io.github.telnyxreactive.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.benchmarks.candidate.Candidate;
import io.github.telnyxreactive.benchmarks.candidate.Candidates;
import io.github.telnyxreactive.benchmarks.candidate.Protocol;
import io.github.telnyxreactive.benchmarks.candidate.Target;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the workloads over TLS with few calls. */
class SecureWorkloadsTest {

    private static final Size SMALL = new Size(200, 1_000);
    private static final int PENDING_ACQUIRES = 1_000;
    private static final LoadServer SERVER = new LoadServer(SMALL);
    private static final Map<Service, String> ADDRESSES = new EnumMap<>(Service.class);

    @BeforeAll
    static void listen() {
        for (Service service : List.of(Service.OVER_TLS, Service.OVER_H2)) {
            ADDRESSES.put(service, service.baseUrl(SERVER.listen(service.protocol(), Duration.ZERO)));
        }
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private static Target target(Service service, Protocol protocol, int connections) {
        // As in another process.
        String certificate = Certificates.encode(SERVER.certificate());
        return new Target(
                ADDRESSES.getOrDefault(service, ""),
                connections,
                PENDING_ACQUIRES,
                "key",
                protocol,
                Certificates.decode(certificate));
    }

    private static Map<Metric, Double> measure(Workload workload, Candidates candidate) {
        Service service = workload.service();
        return workload.open(candidate, target(service, service.protocol(), workload.connections()), SMALL)
                .measure();
    }

    static Stream<Arguments> workloads() {
        return Stream.of(Workload.GET_64_TLS, Workload.GET_64_H2, Workload.LIST_TLS, Workload.LIST_H2)
                .flatMap(
                        workload -> workload.candidates().stream().map(candidate -> Arguments.of(workload, candidate)));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void candidateCompletesTheWorkload(Workload workload, Candidates candidate) {
        assertThat(measure(workload, candidate)).containsKeys(Metric.CPU, Metric.ALLOCATED, Metric.THREADS);
    }

    @Test
    void strangersCompleteBesideStoppedReaders() {
        assertThat(measure(Workload.STRANGER_H2, Candidates.TELNYX))
                .containsOnlyKeys(
                        Metric.P50,
                        Metric.P99,
                        Metric.P50_IDLE,
                        Metric.P99_IDLE,
                        Metric.P50_TO_IDLE,
                        Metric.P99_TO_IDLE)
                .allSatisfy((metric, value) -> assertThat(value).isPositive());
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOOR", "TELNYX", "WEB_CLIENT"})
    void serverForHttp2AcceptsNothingElse(Candidates kind) {
        try (Candidate candidate = kind.create(target(Service.OVER_H2, Protocol.TLS, 1))) {
            ClosedLoop call = new ClosedLoop(candidate::assistant, 1);

            assertThatThrownBy(() -> call.run(1)).hasMessageStartingWith("a call failed");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOOR", "TELNYX", "WEB_CLIENT"})
    void candidateTrustsNoOtherCertificate(Candidates kind) {
        X509Certificate other = new ServerPipelines().certificate();
        try (Candidate candidate =
                kind.create(new Target(ADDRESSES.getOrDefault(Service.OVER_H2, ""), 1, 1, "key", Protocol.H2, other))) {
            ClosedLoop call = new ClosedLoop(candidate::assistant, 1);

            assertThatThrownBy(() -> call.run(1)).hasStackTraceContaining("CertPathValidatorException");
        }
    }
}
