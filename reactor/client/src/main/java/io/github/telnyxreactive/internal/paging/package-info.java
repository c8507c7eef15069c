/** How the client's own lists are read: element by element, out of responses that are still arriving. */
@NullMarked
package io.github.telnyxreactive.internal.paging;

import org.jspecify.annotations.NullMarked;
