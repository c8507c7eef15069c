/** Pages of lists, and how the end of a list is recognized. */
@NullMarked
package io.github.telnyxreactive.page;

import org.jspecify.annotations.NullMarked;
