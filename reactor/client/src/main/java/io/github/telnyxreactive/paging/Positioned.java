package io.github.telnyxreactive.paging;

/**
 * An element of a list, and the place behind it.
 *
 * @param <T> the type of the element
 * @param value the element
 * @param next where to go on if this was the last element that was dealt with
 */
public record Positioned<T>(T value, PageCursor next) {}
