package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.Paging;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The definition of one operation of the API: its name, method, path, query, body and safety, and how its response is
 * read. Everything else is derived from it.
 *
 * <p>The {@link Catalogue} contains all endpoints that are known to this library. Others can be defined in the same
 * way, and executed like them:
 *
 * <pre>{@code
 * Endpoint<Voice> voice = Endpoint.get("voices.retrieve", "/ai/voices/{voice_id}").returning(ResponseReader.of(Voice.class));
 * client.execute(voice.call("astra"));
 * }</pre>
 *
 * @param <T> the type of a successful response
 */
public final class Endpoint<T> {

    private final String name;
    private final HttpMethod method;
    private final PathTemplate path;
    private final String route;
    private final List<String> query;
    private final @Nullable Class<?> bodyType;
    private final Safety safety;
    private final @Nullable Paging paging;
    private final ResponseReader<T> responseReader;

    private Endpoint(Definition definition, ResponseReader<T> responseReader) {
        this.name = definition.name;
        this.method = definition.method;
        this.path = definition.path;
        this.route = method + " " + path;
        this.query = definition.query;
        this.bodyType = definition.bodyType;
        this.safety = definition.safety;
        this.paging = definition.paging;
        this.responseReader = responseReader;
    }

    /**
     * Defines an operation that only reads, and is therefore safe.
     *
     * @param name the name of the operation
     * @param path the path, with variables in braces, each a whole segment
     * @return the definition, without a response yet
     */
    public static Definition get(String name, String path) {
        return new Definition(name, HttpMethod.GET, path, Safety.SAFE);
    }

    /**
     * Defines an operation that creates or triggers, and is therefore not idempotent unless it accepts a key.
     *
     * @param name the name of the operation
     * @param path the path, with variables in braces, each a whole segment
     * @return the definition, without a response yet
     */
    public static Definition post(String name, String path) {
        return new Definition(name, HttpMethod.POST, path, Safety.NOT_IDEMPOTENT);
    }

    /**
     * Defines an operation that replaces, and is therefore idempotent.
     *
     * @param name the name of the operation
     * @param path the path, with variables in braces, each a whole segment
     * @return the definition, without a response yet
     */
    public static Definition put(String name, String path) {
        return new Definition(name, HttpMethod.PUT, path, Safety.IDEMPOTENT);
    }

    /**
     * Defines an operation that updates partially, and is therefore not idempotent.
     *
     * @param name the name of the operation
     * @param path the path, with variables in braces, each a whole segment
     * @return the definition, without a response yet
     */
    public static Definition patch(String name, String path) {
        return new Definition(name, HttpMethod.PATCH, path, Safety.NOT_IDEMPOTENT);
    }

    /**
     * Defines an operation that deletes, and is therefore idempotent.
     *
     * @param name the name of the operation
     * @param path the path, with variables in braces, each a whole segment
     * @return the definition, without a response yet
     */
    public static Definition delete(String name, String path) {
        return new Definition(name, HttpMethod.DELETE, path, Safety.IDEMPOTENT);
    }

    /**
     * Creates a call of this endpoint, without a query and a body yet.
     *
     * @param pathValues one value for each variable of the path, in their order
     * @return the operation
     * @throws IllegalArgumentException if a value is missing or empty, or an id blank, naming it
     */
    public Operation<T> call(String... pathValues) {
        try {
            return new Operation<>(this, path.expand(Arrays.asList(pathValues)), List.of(), null, null, null);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the name of the operation, as in the SDKs of the vendor.
     *
     * @return the name, {@code assistants.tests.retrieve} for example
     */
    public String name() {
        return name;
    }

    /**
     * Returns the HTTP method.
     *
     * @return the method
     */
    public HttpMethod method() {
        return method;
    }

    /**
     * Returns the path.
     *
     * @return the template of the path
     */
    public PathTemplate path() {
        return path;
    }

    /**
     * Returns the HTTP method and the template of the path, which identify the operation and contain no ids.
     *
     * @return the route, {@code GET /ai/assistants/tests/{test_id}} for example
     */
    public String route() {
        return route;
    }

    /**
     * Returns the names of the query parameters that the operation accepts.
     *
     * @return the names in the request
     */
    public List<String> query() {
        return query;
    }

    /**
     * Returns the type of the body of the request.
     *
     * @return the type, or {@code null} if the operation has no body
     */
    public @Nullable Class<?> bodyType() {
        return bodyType;
    }

    /**
     * Returns the effect of sending the same request more than once.
     *
     * @return the safety of the operation
     */
    public Safety safety() {
        return safety;
    }

    /**
     * Returns how the end of the list is recognized.
     *
     * @return the kind of paging, or {@code null} if the response is not a page
     */
    public @Nullable Paging paging() {
        return paging;
    }

    /**
     * Returns the reader of successful responses.
     *
     * @return the reader
     */
    public ResponseReader<T> responseReader() {
        return responseReader;
    }

    @Override
    public String toString() {
        return name + " (" + route + ")";
    }

    /** The definition of an endpoint, up to its response. */
    public static final class Definition {

        private static final List<String> PAGE_PARAMETERS = List.of(Operation.PAGE_NUMBER, Operation.PAGE_SIZE);

        private final String name;
        private final HttpMethod method;
        private final PathTemplate path;
        private List<String> query = List.of();
        private @Nullable Class<?> bodyType;
        private Safety safety;
        private @Nullable Paging paging;

        private Definition(String name, HttpMethod method, String path, Safety safety) {
            this.name = Objects.requireNonNull(name);
            this.method = method;
            this.path = PathTemplate.parse(path);
            this.safety = safety;
        }

        /**
         * Sets the names of the query parameters.
         *
         * @param names the names in the request
         * @return this definition
         */
        public Definition query(String... names) {
            query = List.of(names);
            return this;
        }

        /**
         * Sets the type of the body.
         *
         * @param type the type of the body
         * @return this definition
         */
        public Definition body(Class<?> type) {
            bodyType = type;
            return this;
        }

        /**
         * Declares that the operation accepts an {@code Idempotency-Key}. Each call then has one.
         *
         * @return this definition
         */
        public Definition idempotentByKey() {
            safety = Safety.IDEMPOTENT_BY_KEY;
            return this;
        }

        /**
         * Defines a list that accepts the number and the size of a page.
         *
         * @param paging how the end of the list is recognized
         * @param elementType the type of the elements
         * @param <E> the type of the elements
         * @return the endpoint
         */
        public <E> Endpoint<Page<E>> pages(Paging paging, Class<E> elementType) {
            query = Stream.concat(query.stream(), PAGE_PARAMETERS.stream()).toList();
            return list(paging, elementType);
        }

        /**
         * Defines a list that is not documented as paged. If it has more than one page, all of them are read.
         *
         * @param paging how the end of the list is recognized
         * @param elementType the type of the elements
         * @param <E> the type of the elements
         * @return the endpoint
         */
        public <E> Endpoint<Page<E>> list(Paging paging, Class<E> elementType) {
            this.paging = paging;
            return returning(ResponseReader.pageOf(elementType));
        }

        /**
         * Defines a list that accepts the number and the size of a page, and whose pages are bare arrays.
         *
         * @param paging how the end of the list is recognized
         * @param elementType the type of the elements
         * @param <E> the type of the elements
         * @return the endpoint
         */
        public <E> Endpoint<Page<E>> arrayPages(Paging paging, Class<E> elementType) {
            query = Stream.concat(query.stream(), PAGE_PARAMETERS.stream()).toList();
            this.paging = paging;
            return returning(ResponseReader.arrayPageOf(elementType));
        }

        /**
         * Sets the reader of successful responses.
         *
         * @param responseReader the reader
         * @param <T> the type of a successful response
         * @return the endpoint
         */
        public <T> Endpoint<T> returning(ResponseReader<T> responseReader) {
            return new Endpoint<>(this, responseReader);
        }
    }
}
