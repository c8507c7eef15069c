package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Candidates;
import io.github.telnyxreactive.benchmarks.candidate.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A process with one candidate. It runs the command in each line of its standard input and responds with one line.
 *
 * <p>The process may come from another build. So the name of this class, its arguments, the commands, and the names of
 * {@link Workload workloads}, {@link Candidates candidates} and {@link Metric metrics} are those of earlier builds.
 */
final class Worker {

    static final String WARM_UP = "warm-up";
    static final String MEASURE = "measure";

    private static final int PENDING_ACQUIRES = 16_384;

    private Worker() {}

    /**
     * Runs commands until the standard input ends.
     *
     * @param arguments the workload, the candidate, the base URL, the API key, and the certificate of the server, which earlier
     *     builds ignore
     * @throws IOException if the standard input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Workload workload = Workload.valueOf(arguments[0]);
        Target target = new Target(
                arguments[2],
                workload.connections(),
                PENDING_ACQUIRES,
                arguments[3],
                workload.service().protocol(),
                Certificates.decode(arguments[4]));
        Measurement measurement = workload.open(Candidates.valueOf(arguments[1]), target, Size.FULL);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(WARM_UP)) {
                measurement.warmUp();
                System.out.println(WARM_UP);
            } else {
                System.out.println(format(measurement.measure()));
            }
        }
        // The threads of some candidates keep the process alive.
        System.exit(0);
    }

    private static String format(Map<Metric, Double> metrics) {
        return metrics.entrySet().stream()
                .map(metric -> metric.getKey() + "=" + metric.getValue())
                .collect(Collectors.joining(" ", MEASURE + " ", ""));
    }

    static Map<Metric, Double> parse(String line) {
        return Arrays.stream(line.substring(MEASURE.length()).strip().split(" "))
                .map(metric -> metric.split("="))
                .collect(Collectors.toMap(
                        parts -> Metric.valueOf(parts[0]),
                        parts -> Objects.requireNonNull(Double.valueOf(parts[1])),
                        (first, second) -> second,
                        () -> new EnumMap<>(Metric.class)));
    }
}
