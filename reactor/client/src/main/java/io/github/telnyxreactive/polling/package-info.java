/** Polling until something is final. */
@NullMarked
package io.github.telnyxreactive.polling;

import org.jspecify.annotations.NullMarked;
