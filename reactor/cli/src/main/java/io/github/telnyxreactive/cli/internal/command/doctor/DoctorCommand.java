package io.github.telnyxreactive.cli.internal.command.doctor;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.LimitOptions;
import io.github.telnyxreactive.cli.internal.command.MainCommand;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.Service.Limits;
import io.github.telnyxreactive.cli.internal.command.StandardOutput;
import io.github.telnyxreactive.cli.internal.command.simulation.ListSimulation;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.internal.file.TargetFile;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tries everything that only reads, and says what is not as expected. */
@Command(
        name = "doctor",
        description =
                "Checks the address, the key, every operation that only reads, and what the responses tell about the service."
                        + " It changes nothing and places no call: it sends at most one GET request per operation.",
        exitCodeList = {
            "0:everything is as expected",
            "1:something is not as expected, or could not be read",
            "2:the command is invalid, the service cannot be reached, or the API key is not accepted",
            "130:interrupted with Ctrl-C or SIGTERM"
        })
public final class DoctorCommand extends MainCommand implements Callable<Integer> {

    private final Environment environment;
    private final OutputStream out;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description =
                    "Write what was found as JSON to a file, or to the standard output if it is -, in place of the"
                            + " table. It has no key, address, name, id or phone number, so it can be sent to others.")
    private @Nullable String json;

    @Option(
            names = "--simulate",
            description = "Examine a simulator in this process. Nothing is sent to Telnyx, and no API key is needed.")
    private boolean simulate;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    /**
     * Creates the command.
     *
     * @param environment its environment
     * @param out the standard output, for JSON
     */
    public DoctorCommand(Environment environment, OutputStream out) {
        this.environment = environment;
        this.out = out;
    }

    @Override
    public Integer call() {
        Limits allowed = limits.limits();
        Diagnosis diagnosis;
        try (Service service = open(allowed)) {
            service.announce(environment.terminal());
            diagnosis = environment.await(diagnosis(service, allowed));
        }
        if (diagnosis == null) {
            return ExitCode.INTERRUPTED;
        }
        print(diagnosis);
        return diagnosis.exitCode();
    }

    private Service open(Limits allowed) {
        return simulate
                ? ListSimulation.start(DoctorCommand::addSampleData, allowed)
                : Service.real(environment, allowed);
    }

    private static void addSampleData(Simulator simulator) {
        simulator.addAssistants(1);
        ListSimulation.addSuites(simulator, 1);
        ListSimulation.addTools(simulator, 1);
        ListSimulation.addMcpServers(simulator, 1);
    }

    private Mono<Diagnosis> diagnosis(Service service, Limits allowed) {
        return new Examination(service.client(), environment.clock())
                .results()
                .takeUntilOther(Mono.delay(allowed.deadline(), environment.timer()))
                .collectList()
                .flatMap(results -> diagnosis(results, service.baseUrl()));
    }

    private static Mono<Diagnosis> diagnosis(List<OperationResult> results, String url) {
        return results.stream().noneMatch(OperationResult::isAnswered)
                ? Mono.just(Diagnosis.of(results, null))
                : Mono.fromCallable(() -> Diagnosis.of(results, Connection.probe(url)))
                        .subscribeOn(Schedulers.boundedElastic());
    }

    private void print(Diagnosis diagnosis) {
        Terminal terminal = environment.terminal();
        boolean isTableElsewhere = StandardOutput.NAME.equals(json);
        Consumer<String> lines = isTableElsewhere ? terminal::printError : terminal::print;
        DiagnosisTable.lines(diagnosis, terminal.style(), terminal.columns()).forEach(lines);
        if (json == null) {
            return;
        }
        byte[] object = DiagnosisJson.write(diagnosis);
        try {
            if (isTableElsewhere) {
                StandardOutput.write(out, target -> target.write(object));
            } else {
                TargetFile.replace(Path.of(json), target -> target.write(object));
            }
        } catch (IOException e) {
            throw new CommandException(
                    "could not write " + json + " (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")", e);
        }
    }
}
