package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.model.assistanttest.UpdateAssistantTestRequest;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.Paging;
import java.util.Objects;

/** Operations on assistant tests. */
public final class TestOperations {

    /** Lists the tests. */
    public static final Endpoint<Page<AssistantTest>> LIST = Endpoint.get(
                    "assistants.tests.list", "/ai/assistants/tests")
            .query("test_suite", "telnyx_conversation_channel", "destination")
            .pages(Paging.BY_META, AssistantTest.class);

    /** Creates a test. */
    public static final Endpoint<AssistantTest> CREATE = Endpoint.post(
                    "assistants.tests.create", "/ai/assistants/tests")
            .body(CreateAssistantTestRequest.class)
            .idempotentByKey()
            .returning(ResponseReader.of(AssistantTest.class));

    /** Retrieves a test. */
    public static final Endpoint<AssistantTest> RETRIEVE = Endpoint.get(
                    "assistants.tests.retrieve", "/ai/assistants/tests/{test_id}")
            .returning(ResponseReader.of(AssistantTest.class));

    /** Updates a test. */
    public static final Endpoint<AssistantTest> UPDATE = Endpoint.put(
                    "assistants.tests.update", "/ai/assistants/tests/{test_id}")
            .body(UpdateAssistantTestRequest.class)
            .returning(ResponseReader.of(AssistantTest.class));

    /** Deletes a test. */
    public static final Endpoint<Void> DELETE = Endpoint.delete(
                    "assistants.tests.delete", "/ai/assistants/tests/{test_id}")
            .returning(ResponseReader.nothing());

    private TestOperations() {}

    /**
     * Lists the tests.
     *
     * @param params the query parameters, including the page size
     * @return the operation, for the first page
     */
    public static Operation<Page<AssistantTest>> list(TestListParams params) {
        return LIST.call()
                .withParams(params)
                .withQuery("test_suite", params.testSuite())
                .withQuery("telnyx_conversation_channel", params.telnyxConversationChannel())
                .withQuery("destination", params.destination())
                .withQuery(Operation.PAGE_SIZE, params.pageSize());
    }

    /**
     * Creates a test.
     *
     * @param request the test to create
     * @return the operation
     */
    public static Operation<AssistantTest> create(CreateAssistantTestRequest request) {
        return CREATE.call().withBody(Objects.requireNonNull(request, "request"));
    }

    /**
     * Retrieves a test.
     *
     * @param testId the id of the test
     * @return the operation
     */
    public static Operation<AssistantTest> retrieve(String testId) {
        return RETRIEVE.call(testId);
    }

    /**
     * Updates a test.
     *
     * @param testId the id of the test
     * @param request the update
     * @return the operation
     */
    public static Operation<AssistantTest> update(String testId, UpdateAssistantTestRequest request) {
        return UPDATE.call(testId).withBody(Objects.requireNonNull(request, "request"));
    }

    /**
     * Deletes a test.
     *
     * @param testId the id of the test
     * @return the operation
     */
    public static Operation<Void> delete(String testId) {
        return DELETE.call(testId);
    }
}
