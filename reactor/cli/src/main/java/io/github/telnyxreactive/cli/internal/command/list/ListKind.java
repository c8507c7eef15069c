package io.github.telnyxreactive.cli.internal.command.list;

import io.github.telnyxreactive.cli.internal.listing.Column;
import io.github.telnyxreactive.resource.Ai;
import io.github.telnyxreactive.simulator.Simulator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * A kind of list, which is a command of its own.
 *
 * @param name the name of the command
 * @param description one sentence for help texts
 * @param arguments what the command accepts in addition to the options of every list, in the order of the help text
 * @param operation requests the elements
 * @param columns the columns of the table
 * @param sampleData fills a simulator for {@code --simulate}, {@code null} if the list does not have that option
 */
record ListKind(
        String name,
        String description,
        List<ListArgument> arguments,
        Operation operation,
        List<Column> columns,
        @Nullable SampleData sampleData) {

    ListKind(String name, String description, List<ListArgument> arguments, Operation operation, List<Column> columns) {
        this(name, description, arguments, operation, columns, null);
    }

    /** Returns a copy that also accepts {@code --simulate}. */
    ListKind simulatedWith(SampleData data) {
        List<ListArgument> more = Stream.concat(arguments.stream(), Stream.of(ListOption.SIMULATE, ListOption.ELEMENTS))
                .toList();
        return new ListKind(name, description, more, operation, columns, data);
    }

    /** Requests a list. */
    @FunctionalInterface
    interface Operation {

        /**
         * Returns the elements, requested under demand.
         *
         * @throws IllegalArgumentException if the options do not go together
         */
        Flux<?> list(Ai ai, OptionValues options);
    }

    /** Generates elements. */
    @FunctionalInterface
    interface SampleData {

        void addTo(Simulator simulator, int count, OptionValues options);
    }
}
