/** The errors of calls, with a type for each case that callers may want to handle. */
@NullMarked
package io.github.telnyxreactive.error;

import org.jspecify.annotations.NullMarked;
