package io.github.telnyxreactive.cli.internal.command.doctor;

import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.HttpMethod;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.operation.ResponseReader;
import io.github.telnyxreactive.page.Paging;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One operation that is tried.
 *
 * @param endpoint the operation, which only reads
 * @param needs whose ids its path contains, in order
 * @param gives which ids its first element has, and in which fields; the empty name stands for the element itself
 * @param takesPageSize whether the number of elements can be chosen
 * @param mayBeUnset whether status 404 means that nothing is set
 */
record Check(
        Endpoint<?> endpoint, List<Thing> needs, Map<Thing, String> gives, boolean takesPageSize, boolean mayBeUnset) {

    /** The smallest page size of the API. */
    static final int PAGE_SIZE = 1;

    private static final String PAGE_SIZE_PARAMETER = "page[size]";

    /** Refuses everything that does more than read. */
    Check {
        if (endpoint.method() != HttpMethod.GET) {
            throw new IllegalArgumentException(endpoint + " does more than read");
        }
    }

    static Check of(Endpoint<?> endpoint, Thing... needs) {
        return new Check(endpoint, List.of(needs), Map.of(), endpoint.query().contains(PAGE_SIZE_PARAMETER), false);
    }

    /** Returns a copy that remembers ids of the first element. */
    Check giving(Map<Thing, String> fields) {
        return new Check(endpoint, needs, fields, takesPageSize, mayBeUnset);
    }

    /** Returns a copy that chooses the number of elements, although the definition of the operation does not say so. */
    Check paged() {
        return new Check(endpoint, needs, gives, true, mayBeUnset);
    }

    /** Returns a copy that accepts status 404. */
    Check orUnset() {
        return new Check(endpoint, needs, gives, takesPageSize, true);
    }

    String name() {
        return endpoint.name();
    }

    /** Returns whether the body is text, which nothing is expected of. */
    boolean isText() {
        return endpoint.responseReader().mayBeEmpty();
    }

    /** Returns whether the service is documented to describe the page. */
    boolean hasDocumentedMeta() {
        return endpoint.paging() == Paging.BY_META && endpoint.query().contains(PAGE_SIZE_PARAMETER);
    }

    /** Returns the request, whose response is read as it comes. */
    Operation<JsonNode> request(String... ids) {
        Operation<JsonNode> operation = Endpoint.get(
                        endpoint.name(), endpoint.path().toString())
                .returning(ResponseReader.of(JsonNode.class))
                .call(ids);
        return takesPageSize ? operation.withQuery(PAGE_SIZE_PARAMETER, PAGE_SIZE) : operation;
    }
}
