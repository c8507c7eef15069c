package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.internal.command.FatalError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Threads of the program end because no memory is left. */
class FatalErrorTest {

    /** A program that waits for what a thread without memory would have done. */
    static final class Starved {

        private Starved() {}

        public static void main(String[] arguments) {
            FatalError.install();
            FatalError.watchMemory();
            if (arguments.length > 1) {
                FatalError.advise(arguments[1]);
            }
            if (arguments[0].equals("thread")) {
                new Thread(Starved::fail).start();
                Mono.never().block();
            } else if (arguments[0].equals("heap")) {
                fill();
            } else {
                Flux.just(1)
                        .publishOn(Schedulers.parallel())
                        .doOnNext(number -> fail())
                        .blockLast();
            }
        }

        /** Keeps all that it can get, as a batch does whose threads go on without getting anywhere. */
        private static void fill() {
            Deque<byte[]> kept = new ArrayDeque<>();
            while (true) {
                try {
                    kept.add(new byte[1_000]);
                } catch (OutOfMemoryError e) {
                    kept.poll();
                }
            }
        }

        private static void fail() {
            throw new OutOfMemoryError("none left");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "scheduler", "heap"})
    void theProgramSaysHowToGoOn(String where) throws Exception {
        Process process = new Program()
                .withMain(Starved.class)
                .withOption("-Xmx24m")
                .command(where, "telnyx-batch run --resume journal.jsonl")
                .start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(err).contains("has no memory left", "continue with: telnyx-batch run --resume journal.jsonl");
    }
}
