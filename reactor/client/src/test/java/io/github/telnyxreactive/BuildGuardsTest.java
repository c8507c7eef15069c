package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.cause;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.HttpResources;

/** Shows that a leaked buffer and a blocking call fail the build, by running tests that do so. */
class BuildGuardsTest {

    @Test
    void failsTheClassThatLeaksABuffer() {
        EngineExecutionResults results = run(LeakingTest.class);

        results.testEvents()
                .assertStatistics(statistics -> statistics.succeeded(1).failed(0));
        results.containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                container(),
                                finishedWithFailure(
                                        instanceOf(AssertionError.class),
                                        message(text -> text.startsWith("1 buffers leaked")
                                                && text.contains("LeakingTest.leak(")))));
    }

    @Test
    void blamesALeakOnNoLaterClass() {
        run(LeakingTest.class);

        run(HoldingTest.class).containerEvents().assertStatistics(statistics -> statistics.failed(0));
        HoldingTest.held.release();
    }

    @Test
    void failsNoClassThatLeavesABufferInUseUntilItIsLost() {
        run(HoldingTest.class).containerEvents().assertStatistics(statistics -> statistics.failed(0));
        assertThat(HoldingTest.held.isWritable()).isTrue();

        HoldingTest.held = null;

        run(BlockingOnParallelTest.class).containerEvents().assertStatistics(statistics -> statistics.failed(1));
    }

    @Test
    void failsATestThatBlocksATimerThread() {
        assertBlockingFails(BlockingOnParallelTest.class);
    }

    @Test
    void failsATestThatBlocksAnEventLoop() {
        assertBlockingFails(BlockingOnEventLoopTest.class);
    }

    private static void assertBlockingFails(Class<?> testClass) {
        run(testClass)
                .testEvents()
                .assertThatEvents()
                .haveExactly(1, event(test(), finishedWithFailure(cause(instanceOf(BlockingOperationError.class)))));
    }

    private static EngineExecutionResults run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .selectors(selectClass(testClass))
                .execute();
    }

    /** The build does not run this class, since it is not a top-level class whose name ends in Test. */
    static class LeakingTest {

        @Test
        void leak() {
            assertThat(ByteBufAllocator.DEFAULT.buffer(16).isWritable()).isTrue();
        }
    }

    static class HoldingTest {

        private static ByteBuf held;

        @Test
        void hold() {
            held = ByteBufAllocator.DEFAULT.buffer(16);
        }
    }

    static class BlockingOnParallelTest {

        @Test
        void block() {
            Mono.fromRunnable(() -> LockSupport.parkNanos(1))
                    .subscribeOn(Schedulers.parallel())
                    .block();
        }
    }

    static class BlockingOnEventLoopTest {

        @Test
        void block() {
            Mono.fromRunnable(() -> LockSupport.parkNanos(1))
                    .subscribeOn(Schedulers.fromExecutorService(
                            HttpResources.get().onClient(false).next()))
                    .block();
        }
    }
}
