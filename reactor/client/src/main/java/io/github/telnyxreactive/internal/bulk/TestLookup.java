package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.error.BadRequestException;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.UnprocessableEntityException;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.paging.PagedFlux;
import java.util.Collection;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the tests of an account, one by one or as a list, for whoever looks for some that were named. */
public final class TestLookup {

    /** With more ids than that, listing finds them sooner, a hundred at a time. */
    public static final int MAX_RETRIEVED = 20;

    /** How many tests are compared to find the one that was meant. */
    public static final int MAX_CANDIDATES = 1000;

    private static final int PAGE_SIZE = 100;
    private static final int CONCURRENT_CALLS = 8;

    private final Function<String, Mono<AssistantTest>> retrieval;
    private final Function<TestListParams, PagedFlux<AssistantTest>> list;

    /**
     * Creates a lookup.
     *
     * @param retrieval retrieves a test by its id
     * @param list lists tests
     */
    public TestLookup(
            Function<String, Mono<AssistantTest>> retrieval, Function<TestListParams, PagedFlux<AssistantTest>> list) {
        this.retrieval = retrieval;
        this.list = list;
    }

    /**
     * Retrieves tests.
     *
     * @param ids their ids
     * @return those that exist, in that order
     */
    public Flux<AssistantTest> retrieved(Collection<String> ids) {
        return Flux.fromIterable(ids)
                .flatMapSequential(
                        id -> retrieval.apply(id).onErrorResume(TestLookup::isAbsent, absent -> Mono.empty()),
                        CONCURRENT_CALLS);
    }

    /**
     * Lists all tests. The list may leave some out.
     *
     * @return the tests that can be read
     */
    public Flux<AssistantTest> listed() {
        return list.apply(TestListParams.builder().pageSize(PAGE_SIZE).build()).onUnreadable(error -> {});
    }

    /** Some services refuse an id that cannot be one. */
    private static boolean isAbsent(Throwable error) {
        return error instanceof NotFoundException
                || error instanceof UnprocessableEntityException
                || error instanceof BadRequestException;
    }
}
