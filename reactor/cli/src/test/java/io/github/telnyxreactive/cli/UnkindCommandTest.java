package io.github.telnyxreactive.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Batches against services that are unkind at random, interrupted and killed at random moments and resumed. After each process,
 * its reports, its journal and its exit code have to agree with each other and with what the service has created.
 * {@code .ci/run} has more seeds; one that fails is repeated with {@code -Dunkind.seeds=7}.
 */
class UnkindCommandTest {

    private static final int FEW = 3;

    @TempDir
    private Path folder;

    static LongStream seeds() {
        String chosen = System.getProperty("unkind.seeds");
        if (chosen != null) {
            return LongStream.of(Long.parseLong(chosen));
        }
        String count = System.getenv("UNKIND_SEEDS");
        return LongStream.rangeClosed(1, count == null ? FEW : Long.parseLong(count));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsReportedIsTrue(long seed) throws IOException {
        try (UnkindScene scene = new UnkindScene(seed, folder)) {
            scene.run();
        }
    }
}
