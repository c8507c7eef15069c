package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.page.PageMeta;
import io.github.telnyxreactive.simulator.internal.store.Mode;
import io.github.telnyxreactive.simulator.internal.store.Modes;
import io.github.telnyxreactive.simulator.internal.store.Slice;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The pages of lists of tests and runs, whose bounds and totals may be wrong. */
final class Pages {

    private final Modes modes;
    private final Map<String, AtomicInteger> readings = new ConcurrentHashMap<>();

    Pages(Modes modes) {
        this.modes = modes;
    }

    /** Returns the page of a request. */
    RequestedPage of(ServiceRequest request) {
        PageRequest page = PageRequest.of(request);
        return new RequestedPage(page, shift(request, page));
    }

    /** Returns how many elements seem to have been removed since the first page was read. */
    private int shift(ServiceRequest request, PageRequest page) {
        Integer times = modes.count(Mode.SHIFTING_PAGES);
        if (times == null) {
            return 0;
        }
        AtomicInteger begun = readings.computeIfAbsent(list(request), same -> new AtomicInteger());
        if (page.number() == 1) {
            begun.incrementAndGet();
            return 0;
        }
        return begun.get() <= times ? modes.offset(Mode.SHIFTING_PAGES) : 0;
    }

    /** Returns what the pages of a list have in common. */
    private static String list(ServiceRequest request) {
        Map<String, Object> query = new TreeMap<>(request.query());
        query.remove(PageRequest.NUMBER);
        return request.path() + query;
    }

    /** A page of a request. */
    final class RequestedPage {

        private final PageRequest page;
        private final int shift;

        private RequestedPage(PageRequest page, int shift) {
            this.page = page;
            this.shift = shift;
        }

        long offset() {
            return Math.max(0, page.offset() + shift);
        }

        int size() {
            return page.size();
        }

        ServiceResponse response(Slice<?> slice) {
            long total = Math.max(0, slice.total() - shift);
            PageMeta meta = PageMeta.of(
                    page.number(),
                    page.size(),
                    Math.max(0, page.pages(total) + modes.offset(Mode.TOTAL_PAGES)),
                    Math.max(0, total + modes.offset(Mode.TOTAL_RESULTS)));
            return ServiceResponse.list(ListBody.page(slice.elements(), meta));
        }
    }
}
