package io.github.telnyxreactive.cli.internal.command.list;

import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Something that the command of one list accepts in addition to the options of every list. */
interface ListArgument {

    /** Adds this to the command. */
    void addTo(CommandSpec command);

    /** Returns a group of options, exactly one of which must be given. */
    static ListArgument oneOf(ListOption<?> first, ListOption<?> second) {
        return command -> command.addArgGroup(ArgGroupSpec.builder()
                .exclusive(true)
                .multiplicity("1")
                .addArg(first.required().spec())
                .addArg(second.required().spec())
                .build());
    }
}
