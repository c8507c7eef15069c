package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import io.github.telnyxreactive.model.assistanttest.UpdateAssistantTestRequest;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.TestOperations;
import io.github.telnyxreactive.simulator.internal.service.Pages.RequestedPage;
import io.github.telnyxreactive.simulator.internal.store.RunStore;
import io.github.telnyxreactive.simulator.internal.store.TestStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The handlers of assistant tests. */
final class TestHandlers implements HandlerGroup {

    static final String TEST = "test";

    private final TestStore tests;
    private final RunStore runs;
    private final ListFilters filters;
    private final Pages pages;
    private final InstantSource clock;

    TestHandlers(TestStore tests, RunStore runs, ListFilters filters, Pages pages, InstantSource clock) {
        this.tests = tests;
        this.runs = runs;
        this.filters = filters;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers() {
        return Map.of(
                TestOperations.LIST, this::list,
                TestOperations.CREATE, this::create,
                TestOperations.RETRIEVE, this::retrieve,
                TestOperations.UPDATE, this::update,
                TestOperations.DELETE, this::delete);
    }

    private ServiceResponse list(ServiceRequest request) {
        RequestedPage page = pages.of(request);
        String suite = filters.value(request, ListFilters.SUITE);
        String channel = request.queryParameter("telnyx_conversation_channel");
        String destination = request.queryParameter("destination");
        Predicate<AssistantTest> filter = test -> (channel == null
                        || channel.equals(test.telnyxConversationChannel().value()))
                && (destination == null || destination.equals(test.destination()));
        boolean unfiltered = channel == null && destination == null;
        return page.response(tests.list(suite, unfiltered ? null : filter, page.offset(), page.size()));
    }

    private ServiceResponse create(ServiceRequest request) {
        TestSchema.SCHEMA.checkComplete(request.body());
        return ServiceResponse.json(
                201, tests.create(TelnyxJson.read(request.body(), CreateAssistantTestRequest.class), clock.instant()));
    }

    private ServiceResponse retrieve(ServiceRequest request) {
        return ServiceResponse.json(200, RejectedException.requireFound(tests.find(request.id()), TEST));
    }

    private ServiceResponse update(ServiceRequest request) {
        RejectedException.requireFound(tests.find(request.id()), TEST);
        TestSchema.SCHEMA.checkChange(request.body());
        UpdateAssistantTestRequest change = TelnyxJson.read(request.body(), UpdateAssistantTestRequest.class);
        AssistantTest updated =
                RejectedException.requireFound(tests.update(request.id(), test -> changed(test, change)), TEST);
        return ServiceResponse.json(200, updated);
    }

    private ServiceResponse delete(ServiceRequest request) {
        return runs.exclusively(() -> {
            if (!tests.delete(request.id())) {
                throw RejectedException.notFound(TEST);
            }
            runs.deleteOf(request.id());
            return ServiceResponse.empty(200);
        });
    }

    private static AssistantTest changed(AssistantTest test, UpdateAssistantTestRequest change) {
        return test.toBuilder()
                .name(change.name().value().orElse(test.name()))
                .rubric(change.rubric().value().orElse(test.rubric()))
                .telnyxConversationChannel(channel(test, change.telnyxConversationChannel()))
                .description(changed(test.description(), change.description()))
                .destination(changed(test.destination(), change.destination()))
                .instructions(changed(test.instructions(), change.instructions()))
                .maxDurationSeconds(changed(test.maxDurationSeconds(), change.maxDurationSeconds()))
                .testSuite(changed(test.testSuite(), change.testSuite()))
                .additionalProperties(TestStore.merge(test.additionalProperties(), change.additionalProperties()))
                .build();
    }

    private static <T> @Nullable T changed(@Nullable T present, Field<T> change) {
        return change.isUnchanged() ? present : change.value().orElse(null);
    }

    /** Returns the new channel: every test has one, so a cleared channel falls back to the default of a new test. */
    private static TelnyxConversationChannel channel(AssistantTest test, Field<TelnyxConversationChannel> change) {
        return change.isUnchanged()
                ? test.telnyxConversationChannel()
                : change.value().orElse(TelnyxConversationChannel.WEB_CHAT);
    }
}
