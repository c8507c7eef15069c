package io.github.telnyxreactive.paging;

/**
 * An element of a list, and the position after it.
 *
 * @param <T> the type of the element
 * @param value the element
 * @param next where to resume if this was the last element that was processed
 */
public record Positioned<T>(T value, PageCursor next) {}
