package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of the doctor on terminals of some widths. */
class DoctorWidthTest {

    /** The rows up to that of what failed. */
    private static final Pattern BEGINNING = Pattern.compile("(?s).*\\(status\\s+403\\)\n");

    private final DoctorScene scene = DoctorScene.kind();

    @AfterEach
    void stop() {
        scene.close();
    }

    private List<String> lines(int columns) {
        scene.simulator.inject(
                FaultRule.on("tools.list").inject(Fault.status(403, "{\"errors\":[]}", "application/json")));
        return DoctorScene.doctor(scene.cli().onATerminalOf(columns))
                .out()
                .replaceAll("\u001b\\[\\d+m", "")
                .lines()
                .toList();
    }

    private String beginning(int columns) {
        Matcher beginning = BEGINNING.matcher(String.join("\n", lines(columns)) + "\n");
        assertThat(beginning.lookingAt()).isTrue();
        return beginning.group();
    }

    @Test
    void at40Columns() {
        assertThat(beginning(40)).isEqualTo("""
                CHECK  RESULT
                    DETAILS
                address  ok
                    HTTP/1.1, cleartext
                key  ok
                    accepted
                assistants.list  ok
                assistants.tests.list  ok
                assistants.tests.testSuites.list  ok
                assistants.tags.list  ok
                tools.list  failed
                    the key has no permission (status
                    403)
                """);
        assertThat(lines(40))
                .endsWith("Not everything is as expected: 21 of 23", "operations read, 1 failed, 1 skipped.");
    }

    @Test
    void at80Columns() {
        assertThat(beginning(80)).isEqualTo("""
                CHECK                                  RESULT   DETAILS
                address                                ok       HTTP/1.1, cleartext
                key                                    ok       accepted
                assistants.list                        ok       -
                assistants.tests.list                  ok       -
                assistants.tests.testSuites.list       ok       -
                assistants.tags.list                   ok       -
                tools.list                             failed   the key has no permission
                                                                (status 403)
                """);
    }

    @Test
    void at200Columns() {
        assertThat(beginning(200)).isEqualTo("""
                CHECK                                  RESULT   DETAILS
                address                                ok       HTTP/1.1, cleartext
                key                                    ok       accepted
                assistants.list                        ok       -
                assistants.tests.list                  ok       -
                assistants.tests.testSuites.list       ok       -
                assistants.tags.list                   ok       -
                tools.list                             failed   the key has no permission (status 403)
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 60, 79, 80, 81, 200})
    void noLineIsWiderThanTheTerminal(int columns) {
        assertThat(lines(columns))
                .allSatisfy(line -> assertThat(Text.width(line)).as(line).isLessThanOrEqualTo(columns));
    }
}
