package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.SUITES;
import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class SimulatorProgramTest {

    private static SimulatorProgram parse(String... arguments) {
        SimulatorProgram program = new SimulatorProgram();
        new CommandLine(program).parseArgs(arguments);
        return program;
    }

    @Test
    void optionsConfigureTheSimulator() throws Exception {
        SimulatorProgram program = parse(
                "--port=0",
                "--suites=alpha,beta",
                "--tests=3",
                "--assistants=4",
                "--seed=5",
                "--tls",
                "--api-key=K",
                "--rate-limit=50/10s",
                "--fault=assistants.tests.create:bad-gateway",
                "--fault=*:status=418:after=4");

        try (Simulator simulator = program.startSimulator()) {
            Caller caller = new Caller(simulator, TlsTest.client(simulator));
            assertThat(simulator.baseUrl()).startsWith("https://");
            assertThat(caller.get(SUITES).body()).isEqualTo("{\"data\":[\"alpha\",\"beta\"]}");
            assertThat(Caller.testPage(caller.get(TESTS)).data()).hasSize(6);
            assertThat(Caller.json(caller.get(Caller.ASSISTANTS)).get("data").size())
                    .isEqualTo(4);
            assertThat(caller.post(TESTS, "{}").statusCode()).isEqualTo(502);
            assertThat(caller.get(TESTS).headers().firstValue("x-ratelimit-limit"))
                    .contains("50");
            assertThat(caller.get(TESTS).statusCode()).isEqualTo(418);
        }
    }

    @Test
    void baseUrlAndApiKeyArePrinted() {
        SimulatorProgram program = parse("--port=0");
        StringWriter out = new StringWriter();

        try (Simulator simulator = program.startSimulator()) {
            program.announce(simulator, new PrintWriter(out));

            assertThat(out.toString()).contains(simulator.baseUrl(), Simulator.DEFAULT_API_KEY, "checkout, support");
        }
    }

    @Test
    void unkindnessIsSetAndPrinted() throws Exception {
        SimulatorProgram program = parse("--port=0", "--unkind=list-lag=5m,total-results=3");
        StringWriter out = new StringWriter();

        try (Simulator simulator = program.startSimulator()) {
            Caller caller = new Caller(simulator);
            caller.post(SUITES + "/checkout/runs", "");
            program.announce(simulator, new PrintWriter(out));

            assertThat(Caller.json(caller.get(SUITES + "/checkout/runs"))
                            .get("meta")
                            .get("total_results")
                            .intValue())
                    .isEqualTo(3);
            assertThat(out.toString()).contains("Unkind:   list-lag=5m,total-results=3");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --fault=*:explode   | no fault "explode"
                    --rate-limit=many   | form requests/window
                    --rate-limit=5/day  | the unit ms, s or m
                    --port=x            | --port
                    --unkind=list-lag=x | the unit ms, s or m
                    """)
    void invalidOptionIsExplained(String option, String reason) {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> parse(option))
                .withMessageContaining(reason);
    }
}
