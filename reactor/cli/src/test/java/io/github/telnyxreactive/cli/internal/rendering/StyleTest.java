package io.github.telnyxreactive.cli.internal.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleTest {

    @ParameterizedTest
    @CsvSource({
        "pending,x",
        "starting,<33mx<0m",
        "running,<33mx<0m",
        "passed,<32mx<0m",
        "failed,<31mx<0m",
        "error,<35mx<0m",
        "something-new,<33mx<0m"
    })
    void coloursTextByStatus(String status, String expected) {
        assertThat(Style.COLOURED.status("x", new TestRunStatus(status)).replace("\u001b[", "<"))
                .isEqualTo(expected);
    }
}
