package io.github.telnyxreactive.internal.page;

import tools.jackson.databind.ObjectReader;

/**
 * What a page looks like on the wire.
 *
 * @param element reads one element
 * @param isBareArray whether the page is nothing but the array of its elements, and not an object that holds it
 */
public record PageShape(ObjectReader element, boolean isBareArray) {}
