/** The execution of calls, with their options, listeners and responses. */
@NullMarked
package io.github.telnyxreactive.call;

import org.jspecify.annotations.NullMarked;
