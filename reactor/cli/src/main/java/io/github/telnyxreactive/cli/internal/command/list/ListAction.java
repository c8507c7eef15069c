package io.github.telnyxreactive.cli.internal.command.list;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.LimitOptions;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.list.ListOptions.Format;
import io.github.telnyxreactive.cli.internal.listing.Column;
import io.github.telnyxreactive.cli.internal.listing.ItemWriter;
import io.github.telnyxreactive.cli.internal.listing.LineOutput;
import io.github.telnyxreactive.cli.internal.listing.Listing;
import io.github.telnyxreactive.cli.internal.listing.NdjsonWriter;
import io.github.telnyxreactive.cli.internal.listing.TableWriter;
import io.github.telnyxreactive.resource.Ai;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Writes a list to the standard output as it is read. */
abstract class ListAction implements Callable<Integer> {

    private final Environment environment;
    private final OutputStream out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ListOptions options = new ListOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    ListAction(Environment environment, OutputStream out) {
        this.environment = environment;
        this.out = out;
    }

    /** The elements, read as far as they are asked for. */
    abstract Flux<?> items(Ai ai);

    /** What a table shows of them. */
    abstract List<Column> columns();

    /** Starts what is asked instead of the service; {@code null} to ask the service. */
    @Nullable Service simulated(Service.Limits kept) {
        return null;
    }

    /** The size of the pages to ask for. */
    final int pageSize(PageOptions pages) {
        return options.pageSize(pages.pageSize);
    }

    @Override
    public final Integer call() {
        Problems problems = new Problems(environment.terminal().err(), options.verbose);
        long limit = options.limit();
        try (Service service = open(limits.limits())) {
            return write(items(service.client().ai()).take(limit));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        } catch (ParameterException e) {
            throw e;
        } catch (UncheckedIOException e) {
            problems.report(new CommandException(
                    "the list cannot be written: " + e.getCause().getMessage(), e));
            return ExitCode.NOT_RUN;
        } catch (RuntimeException e) {
            problems.report(e);
            return ExitCode.NOT_RUN;
        }
    }

    private Service open(Service.Limits kept) {
        Service service = simulated(kept);
        return service == null ? Service.real(environment, kept) : service;
    }

    private int write(Flux<?> items) {
        Mono<Integer> written =
                Listing.write(items, writer(), Schedulers.boundedElastic()).thenReturn(ExitCode.PASSED);
        Mono<Integer> interrupted = environment.interruption().thenReturn(ExitCode.INTERRUPTED);
        return Objects.requireNonNull(Mono.firstWithSignal(interrupted, written).block());
    }

    private ItemWriter writer() {
        boolean interactive = environment.terminal().isInteractive();
        LineOutput lines = new LineOutput(out, interactive);
        return options.format(interactive) == Format.table
                ? new TableWriter(lines, columns(), environment.terminal().style(), Charset.defaultCharset())
                : new NdjsonWriter(lines);
    }
}
