/** Reads the lists of the client element by element, as the responses arrive. */
@NullMarked
package io.github.telnyxreactive.internal.paging;

import org.jspecify.annotations.NullMarked;
