package io.github.telnyxreactive.cli.internal.command.doctor;

import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import io.github.telnyxreactive.page.Paging;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares the first page of a list with what the client relies on when it reads all pages. */
final class PageExpectations {

    private static final String META = "meta";

    private PageExpectations() {}

    /** Returns what is wrong with a page. */
    static List<Problem> problems(Check check, JsonNode body, @Nullable Object value) {
        List<Problem> problems = new ArrayList<>();
        JsonNode elements = FoundIds.elements(body);
        int length = elements == null ? 0 : elements.size();
        if (check.takesPageSize() && length > Check.PAGE_SIZE) {
            problems.add(new Problem("page[size]", length + " elements where " + Check.PAGE_SIZE + " was asked for"));
        }
        PageMeta meta = value instanceof Page<?> page ? page.meta() : null;
        if (meta != null) {
            addProblems(problems, check, meta, length);
        } else if (check.hasDocumentedMeta() && value != null) {
            problems.add(new Problem(META, "missing"));
        }
        return problems;
    }

    private static void addProblems(List<Problem> problems, Check check, PageMeta meta, int length) {
        Integer number = meta.pageNumber();
        Integer size = meta.pageSize();
        Integer pages = meta.totalPages();
        Long results = meta.totalResults();
        expect(problems, "page_number", number, Paging.FIRST);
        if (check.takesPageSize()) {
            expect(problems, "page_size", size, Check.PAGE_SIZE);
        }
        if (results == null || results < length) {
            problems.add(new Problem(
                    META + ".total_results", results == null ? "missing" : results + ", but the page has " + length));
        } else if (size != null && size > 0) {
            long expected = (results + size - 1) / size;
            // An empty list has no page for some, and an empty one for others.
            if (pages == null || (pages != expected && !(results == 0 && pages == 1))) {
                expect(problems, "total_pages", pages, expected);
            }
            if (length < Math.min(size, results)) {
                problems.add(new Problem(META + ".total_results", results + ", but the page has " + length));
            }
        }
    }

    private static void expect(List<Problem> problems, String field, @Nullable Integer actual, long expected) {
        if (actual == null || actual != expected) {
            problems.add(
                    new Problem(META + "." + field, actual == null ? "missing" : actual + " instead of " + expected));
        }
    }
}
