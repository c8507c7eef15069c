package io.github.telnyxreactive.webflux;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.cause;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.HttpResources;

/** Checks that a blocking call on an event loop fails the build, by running a test that makes one. */
class BuildGuardsTest {

    @Test
    void blockingCallOnAnEventLoopFailsItsTest() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(BlockingOnEventLoopTest.class))
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(1, event(test(), finishedWithFailure(cause(instanceOf(BlockingOperationError.class)))));
    }

    /** Not run by the build, because it is a nested class. */
    static class BlockingOnEventLoopTest {

        @Test
        void block() {
            Mono.fromRunnable(() -> LockSupport.parkNanos(1))
                    .subscribeOn(Schedulers.fromExecutorService(
                            HttpResources.get().onServer(false).next()))
                    .block();
        }
    }
}
