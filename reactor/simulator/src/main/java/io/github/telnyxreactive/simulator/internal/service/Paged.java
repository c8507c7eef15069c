package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.page.PageMeta;
import io.github.telnyxreactive.simulator.internal.store.Slice;
import java.util.List;

/**
 * Which page of a list a request asks for.
 *
 * @param number its number, from 1
 * @param size how many elements it holds at the most
 */
record Paged(int number, int size) {

    private static final String NUMBER = "page[number]";
    private static final String SIZE = "page[size]";
    private static final int DEFAULT_SIZE = 20;
    private static final int LARGEST_SIZE = 100;

    static Paged of(ServiceRequest request) {
        return of(request, DEFAULT_SIZE);
    }

    /** A page of a list that has a default size of its own. */
    static Paged of(ServiceRequest request, int defaultSize) {
        return new Paged(
                parameter(request, NUMBER, 1, Integer.MAX_VALUE), parameter(request, SIZE, defaultSize, LARGEST_SIZE));
    }

    private static int parameter(ServiceRequest request, String name, int absent, int largest) {
        String text = request.queryParameter(name);
        if (text == null) {
            return absent;
        }
        long value;
        try {
            value = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw violation(name, "an integer is expected", "int_parsing");
        }
        if (value < 1) {
            throw violation(name, "at least 1 is expected", "greater_than_equal");
        }
        if (value > largest) {
            throw violation(name, "at most " + largest + " is expected", "less_than_equal");
        }
        return (int) value;
    }

    private static RejectedException violation(String name, String message, String type) {
        return RejectedException.invalid(new Violation(List.of("query", name), message, type));
    }

    long offset() {
        return (number - 1L) * size;
    }

    <T> ServiceResponse answer(Slice<T> slice) {
        int pages = (int) ((slice.total() + size - 1) / size);
        return ServiceResponse.list(ListBody.page(slice.elements(), PageMeta.of(number, size, pages, slice.total())));
    }
}
