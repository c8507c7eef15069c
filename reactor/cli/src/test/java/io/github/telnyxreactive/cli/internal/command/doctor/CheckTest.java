package io.github.telnyxreactive.cli.internal.command.doctor;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.operation.TestRunOperations;
import org.junit.jupiter.api.Test;

class CheckTest {

    @Test
    void cannotTriggerARun() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Check.of(TestRunOperations.TRIGGER, Thing.TEST))
                .withMessageContaining("does more than read");
    }
}
