package io.github.telnyxreactive.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.benchmarks.candidate.Candidates;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkloadTableTest {

    private static final Contender FLOOR = Contender.of(Candidates.FLOOR);
    private static final Contender CLIENT = Contender.of(Candidates.TELNYX);
    private static final Contender BASELINE = new Contender(Candidates.TELNYX, Path.of("other.jar"));

    private static void addCpu(Results results, Contender contender, double... rounds) {
        for (double cpu : rounds) {
            results.add(contender, Map.of(Metric.CPU, cpu));
        }
    }

    @Test
    void bracketsHoldTheMedianOfTheRatiosWithinARound() {
        Results results = new Results(List.of(FLOOR, CLIENT));
        addCpu(results, FLOOR, 10, 20, 40);
        addCpu(results, CLIENT, 11, 24, 52);

        assertThat(WorkloadTable.of(Workload.GET_64, results)).isEqualTo("""

                ### GET an assistant, 64 at a time

                | get-64 | CPU, µs |
                |---|---:|
                | floor | 20.00 |
                | telnyx-reactive | 24.00 (1.20) |
                """);
    }

    @Test
    void baselineHasATableOfRatiosWithTheirInterval() {
        Results results = new Results(List.of(CLIENT, BASELINE));
        addCpu(results, CLIENT, 11, 12, 13, 14, 15, 16);
        addCpu(results, BASELINE, 10, 10, 10, 10, 10, 10);

        assertThat(WorkloadTable.of(Workload.GET_64, results)).isEqualTo("""

                ### GET an assistant, 64 at a time

                | get-64 | CPU, µs |
                |---|---:|
                | telnyx-reactive | 13.50 |
                | baseline | 10.00 |

                | telnyx-reactive / baseline | median | interval | confidence | rounds |
                |---|---:|---:|---:|---:|
                | CPU, µs | 1.350 | 1.100 to 1.600 | 96.9 % | 6 |
                """);
    }

    @Test
    void fewRoundsHaveNoInterval() {
        Results results = new Results(List.of(CLIENT, BASELINE));
        addCpu(results, CLIENT, 9);
        addCpu(results, BASELINE, 10);

        assertThat(WorkloadTable.of(Workload.GET_64, results)).endsWith("| CPU, µs | 0.900 | too few rounds | | 1 |\n");
    }

    @Test
    void jsonHoldsRoundsAndRatiosByTitle() {
        Results results = new Results(List.of(FLOOR, CLIENT, BASELINE));
        addCpu(results, FLOOR, 10);
        addCpu(results, CLIENT, 9);
        addCpu(results, BASELINE, 12);

        Results.Json json = results.json();

        assertThat(json.rounds())
                .containsOnlyKeys("floor", "telnyx-reactive", "baseline")
                .containsEntry("baseline", List.of(Map.of(Metric.CPU, 12.0)));
        assertThat(json.ratiosToBaseline())
                .containsOnly(Map.entry("telnyx-reactive", Map.of(Metric.CPU, new Median(1, 0.75, null))));
    }
}
