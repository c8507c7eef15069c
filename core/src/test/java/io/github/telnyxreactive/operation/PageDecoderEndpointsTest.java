package io.github.telnyxreactive.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.internal.page.Chunks;
import io.github.telnyxreactive.page.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every list of the API reads the same in chunks and as a whole. */
class PageDecoderEndpointsTest {

    private static final JsonNode UNKNOWN = Json.tree(
            "{\"number\":1.5000,\"big\":123456789012345678901234567890,\"long\":3000000000,\"none\":null,\"list\":[[],{},1e400]}");

    static List<EndpointRow> lists() {
        return EndpointTable.ROWS.stream()
                .filter(row -> row.shape() == EndpointRow.Shape.PAGE)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void readsAListTheSameInChunks(EndpointRow row) {
        byte[] json = Json.bytes(page(row));
        ResponseReader<Page<Object>> reader = reader(row);
        Page<Object> whole = reader.read(json, 0, json.length, "application/json");
        Page<Object> expected = Page.of(whole.data(), whole.meta());
        assertThat(expected.data()).hasSize(2);

        for (int size : new int[] {1, 2, 3, 17, 100, json.length}) {
            assertThat(Chunks.ofSize(size, json).read(reader, json.length)).isEqualTo(expected);
        }
    }

    /** A page with two elements, one of which has unknown fields. */
    private static JsonNode page(EndpointRow row) {
        JsonNode page = Json.tree(row.example());
        ArrayNode elements = (ArrayNode) (row.field() == null ? page : page.get(row.field()));
        JsonNode second = elements.get(0).deepCopy();
        if (second instanceof ObjectNode object) {
            object.set("x_unknown", UNKNOWN);
        }
        elements.add(second);
        if (page instanceof ObjectNode object) {
            object.set("x_unknown", UNKNOWN);
            object.putObject("meta").put("page_number", 1).put("total_pages", 1).set("x_unknown", UNKNOWN);
        }
        return page;
    }

    @SuppressWarnings("unchecked")
    private static ResponseReader<Page<Object>> reader(EndpointRow row) {
        return (ResponseReader<Page<Object>>) row.endpoint().responseReader();
    }
}
