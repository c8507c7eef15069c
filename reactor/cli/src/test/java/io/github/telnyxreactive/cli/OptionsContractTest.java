package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.internal.command.ExitCode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What can be given on the command line, and what it exits with. */
class OptionsContractTest {

    private final CommandModel program = CommandModel.of(new Cli());

    @Test
    void optionsAndExitCodesAreKept() {
        Golden.of("options.txt").check(program.text());
    }

    @Test
    void theTableOfExitCodesIsThatOfTheCommands() throws IOException {
        Map<String, Set<Integer>> commands = program.exitCodes();
        Map<String, Set<Integer>> expected = new TreeMap<>();
        Map<String, Set<Integer>> described = Readme.exitCodes();
        described.keySet().forEach(column -> {
            Set<Integer> codes = new TreeSet<>();
            Readme.names(column).forEach(name -> {
                assertThat(commands).as("commands with exit codes").containsKey(name);
                codes.addAll(commands.get(name));
            });
            expected.put(column, codes);
        });

        assertThat(described).isEqualTo(expected);
        assertThat(described.keySet().stream().flatMap(column -> Readme.names(column).stream()))
                .as("commands in the table")
                .containsExactlyInAnyOrderElementsOf(commands.keySet());
    }

    @Test
    void exitCodesKeepTheirNumbers() throws IOException, IllegalAccessException {
        Set<Integer> constants = new TreeSet<>();
        for (Field field : ExitCode.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                constants.add(field.getInt(null));
            }
        }

        assertThat(constants).containsExactly(0, 1, 2, 3, 4, 5, 130);
        assertThat(Readme.exitCodes().values().stream().flatMap(Set::stream).distinct())
                .as("exit codes in the table")
                .containsExactlyInAnyOrderElementsOf(constants);
    }
}
