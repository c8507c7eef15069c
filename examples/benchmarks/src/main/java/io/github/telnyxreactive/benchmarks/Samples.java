package io.github.telnyxreactive.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The response bodies of the measurements: one template of each kind, into which the number of the object is inserted. */
public enum Samples {

    /** A full assistant, as in the response to {@code GET /ai/assistants/{assistant_id}}. */
    ASSISTANT("assistant.json"),

    /** A test. */
    TEST("test.json"),

    /** A finished run. */
    RUN("run.json");

    private static final String NUMBER = "N".repeat(12);

    private final String text;

    Samples(String resource) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(resource), resource)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns one object.
     *
     * @param number its number, from 0 to 999,999,999,999
     * @return its JSON, in UTF-8; the length is the same for every number
     */
    public byte[] json(long number) {
        return text.replace(NUMBER, String.format("%012d", number)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns a page.
     *
     * @param number the number of the page, from 1
     * @param size the number of objects
     * @param pages the total number of pages
     * @return its JSON, in UTF-8, with the objects before the metadata
     */
    public byte[] page(int number, int size, int pages) {
        ByteArrayOutputStream page = new ByteArrayOutputStream(size * text.length() + 256);
        page.writeBytes("{\"data\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                page.write(',');
            }
            page.writeBytes(json((number - 1L) * size + i));
        }
        String meta = "],\"meta\":{\"total_pages\":%d,\"total_results\":%d,\"page_number\":%d,\"page_size\":%d}}";
        page.writeBytes(meta.formatted(pages, pages * size, number, size).getBytes(StandardCharsets.UTF_8));
        return page.toByteArray();
    }

    /**
     * Returns a list in one response, without metadata of pages.
     *
     * @param size the number of objects
     * @return its JSON, in UTF-8
     */
    public byte[] list(int size) {
        ByteArrayOutputStream list = new ByteArrayOutputStream(size * text.length() + 256);
        list.writeBytes("{\"data\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                list.write(',');
            }
            list.writeBytes(json(i));
        }
        list.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return list.toByteArray();
    }
}
