/** Pages of lists, and the arithmetic of going from one to the next. */
@NullMarked
package io.github.telnyxreactive.page;

import org.jspecify.annotations.NullMarked;
