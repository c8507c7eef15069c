package io.github.telnyxreactive.cli.internal.command.list;

import io.github.telnyxreactive.cli.internal.command.GivenTextConverter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option of a list.
 *
 * @param <T> the type of its value
 * @param name the name, with its dashes
 * @param label what help texts call the value
 * @param type the type of the value
 * @param description one sentence for help texts
 * @param converter parses the value, {@code null} for the converter that picocli has for the type
 * @param known the values that the library knows, of which the service may have more; empty if any text is as good
 * @param isRequired whether the list cannot do without it
 */
record ListOption<T>(
        String name,
        String label,
        Class<T> type,
        String description,
        @Nullable ITypeConverter<T> converter,
        List<String> known,
        boolean isRequired)
        implements ListArgument {

    /** The option of lists that come in pages of a selectable size. */
    static final ListOption<Integer> PAGE_SIZE = of(
            "--page-size", "NUMBER", Integer.class, "How many elements to request per page, 1 to 100 (default: 100).");

    /** An option without a value, of lists that can be simulated. */
    static final ListOption<Boolean> SIMULATE = of(
            "--simulate",
            "",
            boolean.class,
            "Use a simulator in this process, which has generated elements. Nothing is sent to Telnyx, and no API key is"
                    + " needed.");

    /** How many elements are generated. */
    static final ListOption<Integer> ELEMENTS =
            of("--elements", "NUMBER", Integer.class, "With --simulate: how many elements to generate (default: 100).");

    /** Creates an optional option of a type that picocli can parse. */
    static <T> ListOption<T> of(String name, String label, Class<T> type, String description) {
        return new ListOption<>(name, label, type, description, null, List.of(), false);
    }

    /** Creates an optional option whose value is text. */
    static ListOption<String> text(String name, String label, String description) {
        return new ListOption<>(name, label, String.class, description, new GivenTextConverter(), List.of(), false);
    }

    /** Returns a copy that parses the value with the given converter, and knows some of its results. */
    ListOption<T> parsedBy(ITypeConverter<T> parser, List<T> knownValues) {
        return new ListOption<>(
                name,
                label,
                type,
                description,
                parser,
                knownValues.stream().map(String::valueOf).toList(),
                isRequired);
    }

    /** Returns a copy that is required. */
    ListOption<T> required() {
        return new ListOption<>(name, label, type, description, converter, known, true);
    }

    @Override
    public void addTo(CommandSpec command) {
        command.addOption(spec());
    }

    OptionSpec spec() {
        OptionSpec.Builder builder = OptionSpec.builder(name)
                .paramLabel(label)
                .type(type)
                .description(description)
                .required(isRequired);
        if (!known.isEmpty()) {
            builder.completionCandidates(known);
        }
        return converter == null
                ? builder.build()
                : builder.converters(converter).build();
    }
}
