package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Candidates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures whole calls in comparison with other clients, and prints a table for each workload. */
@Command(
        name = "end-to-end",
        description = "Measures whole calls in comparison with other clients.",
        mixinStandardHelpOptions = true)
public final class EndToEnd implements Runnable {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Parameters(
            description = "The workloads to measure: ${COMPLETION-CANDIDATES}. Default: all.",
            converter = WorkloadConverter.class)
    private List<Workload> workloads = List.of(Workload.values());

    @Option(
            names = "--candidates",
            split = ",",
            description = "The clients to measure, separated by commas: ${COMPLETION-CANDIDATES}. "
                    + "Default: those of the workload.")
    private List<Candidates> candidates = List.of(Candidates.values());

    @Option(
            names = "--baseline",
            description = "The jar of another build of this program, with its libraries beside it. "
                    + "Its client is measured too, and the ratios to it are printed.")
    private @Nullable Path baseline;

    @Option(names = "--rounds", description = "The number of rounds. Default: that of the workload.")
    private @Nullable Integer rounds;

    @Option(
            names = "--fresh-processes",
            description = "Start and warm up new processes in every round. Default: only where the workload needs it.")
    private boolean freshProcesses;

    @Option(
            names = "--json",
            description = "The file to write the metrics of all rounds to. Default: ${DEFAULT-VALUE}.")
    private Path json = Path.of("end-to-end.json");

    @Spec
    private @Nullable CommandSpec spec;

    /** Creates the command. */
    public EndToEnd() {}

    @Override
    public void run() {
        if (baseline != null) {
            check(baseline);
        }
        Map<String, Results.Json> all = new LinkedHashMap<>();
        try (Services services = new Services()) {
            for (Workload workload : workloads) {
                List<Contender> contenders = contenders(workload);
                if (!contenders.isEmpty()) {
                    Results results = comparison(workload, services, contenders).run();
                    System.out.println(WorkloadTable.of(workload, results));
                    all.put(workload.toString(), results.json());
                    write(all);
                }
            }
        }
    }

    /** Checks that the baseline can measure everything, before any time is spent. */
    private void check(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw misused("--baseline must be the jar of a build: " + jar);
        }
        Baseline known;
        try {
            known = new Baseline(jar);
        } catch (IllegalArgumentException e) {
            throw misused("--baseline is " + e.getMessage());
        }
        Set<String> unknown = new LinkedHashSet<>();
        for (Workload workload : workloads) {
            contenders(workload).stream()
                    .filter(contender -> contender.baseline() != null)
                    .forEach(contender -> unknown.addAll(known.unknown(workload, contender.candidate())));
        }
        if (!unknown.isEmpty()) {
            throw misused("--baseline does not know " + String.join(", ", unknown)
                    + "; leave that out, or build a later commit: " + jar);
        }
    }

    private ParameterException misused(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private Comparison comparison(Workload workload, Services services, List<Contender> contenders) {
        return new Comparison(
                workload,
                services,
                contenders,
                rounds == null ? workload.rounds() : rounds,
                freshProcesses || workload.freshProcessEachRound());
    }

    private List<Contender> contenders(Workload workload) {
        List<Contender> contenders = new ArrayList<>();
        for (Candidates candidate : workload.candidates()) {
            if (candidates.contains(candidate)) {
                contenders.add(Contender.of(candidate));
                if (baseline != null && candidate.isOfThisProject()) {
                    contenders.add(new Contender(candidate, baseline));
                }
            }
        }
        return contenders;
    }

    private void write(Object all) {
        try {
            Files.write(json, MAPPER.writeValueAsBytes(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class WorkloadConverter implements ITypeConverter<Workload> {

        @Override
        public Workload convert(String name) {
            return Workload.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
