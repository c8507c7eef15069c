package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.Paging;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the API, written down once: its name, method, path, query, body, safety, and how its answer is read.
 * Everything else is derived from it.
 *
 * <p>Those that this library knows are in the {@link Catalogue}. One that it does not know yet can be written down in the
 * same way, and executed like the others:
 *
 * <pre>{@code
 * Endpoint<Voice> voice = Endpoint.get("voices.retrieve", "/ai/voices/{voice_id}").returning(ResponseReader.of(Voice.class));
 * client.execute(voice.call("astra"));
 * }</pre>
 *
 * @param <T> what a successful answer is read to
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
     * Writes down an operation that reads, and so is safe.
     *
     * @param name the name of the operation
     * @param path the path, with variables in braces, each a whole segment
     * @return the operation, still without its answer
     */
    public static Definition get(String name, String path) {
        return new Definition(name, HttpMethod.GET, path, Safety.SAFE);
    }

    /**
     * Writes down an operation that creates or acts, and so is not idempotent unless it takes a key.
     *
     * @param name the name of the operation
     * @param path the path, with variables in braces, each a whole segment
     * @return the operation, still without its answer
     */
    public static Definition post(String name, String path) {
        return new Definition(name, HttpMethod.POST, path, Safety.NOT_IDEMPOTENT);
    }

    /**
     * Writes down an operation that replaces, and so is idempotent.
     *
     * @param name the name of the operation
     * @param path the path, with variables in braces, each a whole segment
     * @return the operation, still without its answer
     */
    public static Definition put(String name, String path) {
        return new Definition(name, HttpMethod.PUT, path, Safety.IDEMPOTENT);
    }

    /**
     * Writes down an operation that changes in part, and so is not idempotent.
     *
     * @param name the name of the operation
     * @param path the path, with variables in braces, each a whole segment
     * @return the operation, still without its answer
     */
    public static Definition patch(String name, String path) {
        return new Definition(name, HttpMethod.PATCH, path, Safety.NOT_IDEMPOTENT);
    }

    /**
     * Writes down an operation that removes, and so is idempotent.
     *
     * @param name the name of the operation
     * @param path the path, with variables in braces, each a whole segment
     * @return the operation, still without its answer
     */
    public static Definition delete(String name, String path) {
        return new Definition(name, HttpMethod.DELETE, path, Safety.IDEMPOTENT);
    }

    /**
     * Makes a call of this endpoint, still without query and body.
     *
     * @param pathValues one value for each variable of the path, in its order
     * @return the operation
     * @throws IllegalArgumentException if a value is missing or empty, naming it
     */
    public Operation<T> call(String... pathValues) {
        try {
            return new Operation<>(this, path.expand(Arrays.asList(pathValues)), List.of(), null, null);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the name of the operation, as in the vendor's own libraries.
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
     * Returns the HTTP method and the template of the path, which together tell what was requested without any id.
     *
     * @return the route, {@code GET /ai/assistants/tests/{test_id}} for example
     */
    public String route() {
        return route;
    }

    /**
     * Returns the names of the query parameters that the operation takes.
     *
     * @return the names as they are on the wire
     */
    public List<String> query() {
        return query;
    }

    /**
     * Returns the type of the body of the request.
     *
     * @return the type, or {@code null} if the operation takes no body
     */
    public @Nullable Class<?> bodyType() {
        return bodyType;
    }

    /**
     * Returns what happens if the same request is sent more than once.
     *
     * @return the safety of the operation
     */
    public Safety safety() {
        return safety;
    }

    /**
     * Returns how the list goes on after a page.
     *
     * @return the way of paging, or {@code null} if the answer is not a page
     */
    public @Nullable Paging paging() {
        return paging;
    }

    /**
     * Returns how a successful answer is read.
     *
     * @return the way of reading
     */
    public ResponseReader<T> responseReader() {
        return responseReader;
    }

    @Override
    public String toString() {
        return name + " (" + route + ")";
    }

    /** An endpoint whose answer is not yet known. */
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
         * Names the query parameters.
         *
         * @param names the names as they are on the wire
         * @return this definition
         */
        public Definition query(String... names) {
            query = List.of(names);
            return this;
        }

        /**
         * Names the type of the body.
         *
         * @param type the type of the body
         * @return this definition
         */
        public Definition body(Class<?> type) {
            bodyType = type;
            return this;
        }

        /**
         * Says that the operation takes an {@code Idempotency-Key}; each call then has one.
         *
         * @return this definition
         */
        public Definition idempotentByKey() {
            safety = Safety.IDEMPOTENT_BY_KEY;
            return this;
        }

        /**
         * Says that the operation is a list that takes the number and the size of a page.
         *
         * @param way how the list goes on after a page
         * @param elementType the type of the elements
         * @param <E> the type of the elements
         * @return the endpoint
         */
        public <E> Endpoint<Page<E>> pages(Paging way, Class<E> elementType) {
            query = Stream.concat(query.stream(), PAGE_PARAMETERS.stream()).toList();
            return list(way, elementType);
        }

        /**
         * Says that the operation is a list that is not described as paged; its pages are followed if it turns out to
         * have some.
         *
         * @param way how the list goes on after a page
         * @param elementType the type of the elements
         * @param <E> the type of the elements
         * @return the endpoint
         */
        public <E> Endpoint<Page<E>> list(Paging way, Class<E> elementType) {
            paging = way;
            return returning(ResponseReader.pageOf(elementType));
        }

        /**
         * Says that the operation is a list that takes the number and the size of a page, and answers with bare arrays.
         *
         * @param way how the list goes on after a page
         * @param elementType the type of the elements
         * @param <E> the type of the elements
         * @return the endpoint
         */
        public <E> Endpoint<Page<E>> arrayPages(Paging way, Class<E> elementType) {
            query = Stream.concat(query.stream(), PAGE_PARAMETERS.stream()).toList();
            paging = way;
            return returning(ResponseReader.arrayPageOf(elementType));
        }

        /**
         * Says how a successful answer is read.
         *
         * @param responseReader the way of reading
         * @param <T> what it is read to
         * @return the endpoint
         */
        public <T> Endpoint<T> returning(ResponseReader<T> responseReader) {
            return new Endpoint<>(this, responseReader);
        }
    }
}
