package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Candidates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
            converter = Names.class)
    private List<Workload> workloads = List.of(Workload.values());

    @Option(names = "--rounds", description = "The number of rounds. Default: that of the workload.")
    private @Nullable Integer rounds;

    @Option(
            names = "--json",
            description = "The file to write the metrics of all rounds to. Default: ${DEFAULT-VALUE}.")
    private Path json = Path.of("end-to-end.json");

    /** Creates the command. */
    public EndToEnd() {}

    @Override
    public void run() {
        Map<String, Map<String, List<Map<Metric, Double>>>> all = new LinkedHashMap<>();
        try (Services services = new Services()) {
            for (Workload workload : workloads) {
                Map<Candidates, List<Map<Metric, Double>>> results =
                        new Comparison(workload, services, rounds == null ? workload.rounds() : rounds).run();
                System.out.println(new WorkloadTable(workload, results).table());
                Map<String, List<Map<Metric, Double>>> named = new LinkedHashMap<>();
                results.forEach((candidate, metrics) -> named.put(candidate.title(), metrics));
                all.put(workload.toString(), named);
                write(all);
            }
        }
    }

    private void write(Object all) {
        try {
            Files.write(json, MAPPER.writeValueAsBytes(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Names implements picocli.CommandLine.ITypeConverter<Workload> {

        @Override
        public Workload convert(String name) {
            return Workload.valueOf(name.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }
}
