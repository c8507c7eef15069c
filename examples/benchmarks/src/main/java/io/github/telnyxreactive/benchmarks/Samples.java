package io.github.telnyxreactive.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What the service answers with in the measurements: one text of each kind, in which the number of the object differs. */
public enum Samples {

    /** A full assistant, as {@code GET /ai/assistants/{assistant_id}} answers. */
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
     * @return its JSON, in UTF-8; every number makes the same length
     */
    public byte[] json(long number) {
        return text.replace(NUMBER, String.format("%012d", number)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns a page.
     *
     * @param number the number of the page, from 1
     * @param size how many objects it has
     * @param pages how many pages there are
     * @return its JSON, in UTF-8, the objects before what is said of the page
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
     * Returns a list in one answer, without anything said of pages.
     *
     * @param size how many objects it has
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
