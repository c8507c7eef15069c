package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.page.PageMeta;
import io.github.telnyxreactive.simulator.internal.store.Slice;
import java.util.List;

/**
 * The requested page of a list.
 *
 * @param number the number of the page, from 1
 * @param size the maximum number of elements of the page
 */
record PageRequest(int number, int size) {

    static final String NUMBER = "page[number]";
    private static final String SIZE = "page[size]";
    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 100;

    static PageRequest of(ServiceRequest request) {
        return of(request, DEFAULT_SIZE);
    }

    /** Reads the parameters of a list with its own default page size. */
    static PageRequest of(ServiceRequest request, int defaultSize) {
        return new PageRequest(
                parameter(request, NUMBER, 1, Integer.MAX_VALUE), parameter(request, SIZE, defaultSize, MAX_SIZE));
    }

    private static int parameter(ServiceRequest request, String name, int defaultValue, int max) {
        String text = request.queryParameter(name);
        if (text == null) {
            return defaultValue;
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
        if (value > max) {
            throw violation(name, "at most " + max + " is expected", "less_than_equal");
        }
        return (int) value;
    }

    private static RejectedException violation(String name, String message, String type) {
        return RejectedException.invalid(new Violation(List.of("query", name), message, type));
    }

    long offset() {
        return (number - 1L) * size;
    }

    <T> ServiceResponse response(Slice<T> slice) {
        return ServiceResponse.list(
                ListBody.page(slice.elements(), PageMeta.of(number, size, pages(slice.total()), slice.total())));
    }

    /** Returns the number of pages of a list with the given number of elements. */
    int pages(long total) {
        return (int) ((total + size - 1) / size);
    }
}
