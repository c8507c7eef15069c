package io.github.telnyxreactive.cli.internal.command.list;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.LimitOptions;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.command.ProgramVersion;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import io.github.telnyxreactive.cli.internal.command.list.ListOptions.Format;
import io.github.telnyxreactive.cli.internal.command.simulation.ListSimulation;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.cli.internal.listing.ItemWriter;
import io.github.telnyxreactive.cli.internal.listing.LineOutput;
import io.github.telnyxreactive.cli.internal.listing.Listing;
import io.github.telnyxreactive.cli.internal.listing.NdjsonWriter;
import io.github.telnyxreactive.cli.internal.listing.TableWriter;
import io.github.telnyxreactive.internal.text.Mask;
import io.github.telnyxreactive.json.TelnyxJson;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** Writes one list to the standard output as it is read. */
@Command(versionProvider = ProgramVersion.class)
final class ListAction implements Callable<Integer> {

    private final ListKind kind;
    private final Environment environment;
    private final OutputStream out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ListOptions options = new ListOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    private ListAction(ListKind kind, Environment environment, OutputStream out) {
        this.kind = kind;
        this.environment = environment;
        this.out = out;
    }

    static CommandLine commandLine(ListKind kind, Environment environment, OutputStream out) {
        CommandSpec command = CommandSpec.forAnnotatedObject(new ListAction(kind, environment, out))
                .name(kind.name());
        command.usageMessage().description(kind.description()).sortOptions(false);
        kind.arguments().forEach(argument -> argument.addTo(command));
        return new CommandLine(command.mixinStandardHelpOptions(true));
    }

    @Override
    public Integer call() {
        OptionValues values = new OptionValues(spec.commandLine().getParseResult(), options.limit());
        try (Service service = open(values)) {
            Flux<?> elements = kind.operation().list(service.client().ai(), values);
            return write(
                    options.isMasked()
                            ? elements.take(values.limit()).map(ListAction::masked)
                            : elements.take(values.limit()),
                    EmptyList.explain(kind, service.client().ai(), values),
                    values);
        } catch (IllegalArgumentException e) {
            throw UsageErrors.of(spec, String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw new CommandException(
                    "could not write the list: " + e.getCause().getMessage(), e);
        }
    }

    private static JsonNode masked(Object element) {
        return Mask.phoneNumbers(TelnyxJson.toTree(element));
    }

    private Service open(OptionValues values) {
        ListKind.SampleData data = kind.sampleData();
        Integer count = data == null ? null : values.simulated();
        return data == null || count == null
                ? Service.real(environment, limits.limits())
                : ListSimulation.start(simulator -> data.addTo(simulator, count, values), limits.limits());
    }

    private int write(Flux<?> items, Mono<String> explanation, OptionValues values) {
        AtomicBoolean empty = new AtomicBoolean(values.limit() > 0);
        Mono<Integer> written = Listing.write(
                        items.doOnNext(item -> empty.set(false)), writer(), Schedulers.boundedElastic())
                .then(Mono.defer(() -> empty.get() ? explanation.doOnNext(this::report) : Mono.empty()))
                .thenReturn(ExitCode.PASSED);
        return Objects.requireNonNullElse(environment.await(written), ExitCode.INTERRUPTED);
    }

    private void report(String line) {
        Problems.of(spec.commandLine()).report(new CommandException(line));
    }

    private ItemWriter writer() {
        Terminal terminal = environment.terminal();
        boolean interactive = terminal.isInteractive();
        LineOutput lines = new LineOutput(out, interactive);
        return options.format(interactive) == Format.table
                ? new TableWriter(lines, kind.columns(), terminal.style(), terminal.charset(), terminal.columns())
                : new NdjsonWriter(lines);
    }
}
