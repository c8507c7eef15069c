/** Polling until a state is final. */
@NullMarked
package io.github.telnyxreactive.polling;

import org.jspecify.annotations.NullMarked;
