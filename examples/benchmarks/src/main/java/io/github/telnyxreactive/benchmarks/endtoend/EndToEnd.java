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

/** Measures whole calls beside other clients, and prints a table for each workload. */
@Command(
        name = "end-to-end",
        description = "Measures whole calls beside other clients.",
        mixinStandardHelpOptions = true)
public final class EndToEnd implements Runnable {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Parameters(
            description = "What to measure: ${COMPLETION-CANDIDATES}. All if none is named.",
            converter = Names.class)
    private List<Workload> workloads = List.of(Workload.values());

    @Option(names = "--rounds", description = "How many rounds, instead of the workload's own number.")
    private @Nullable Integer rounds;

    @Option(names = "--json", description = "Where to write all figures of all rounds. Default: ${DEFAULT-VALUE}.")
    private Path json = Path.of("end-to-end.json");

    /** Measures all workloads. */
    public EndToEnd() {}

    @Override
    public void run() {
        Map<String, Map<String, List<Map<Figure, Double>>>> all = new LinkedHashMap<>();
        try (Services services = new Services()) {
            for (Workload workload : workloads) {
                Map<Candidates, List<Map<Figure, Double>>> results =
                        new Comparison(workload, services, rounds == null ? workload.rounds() : rounds).run();
                System.out.println(new Report(workload, results).table());
                Map<String, List<Map<Figure, Double>>> named = new LinkedHashMap<>();
                results.forEach((candidate, figures) -> named.put(candidate.title(), figures));
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
