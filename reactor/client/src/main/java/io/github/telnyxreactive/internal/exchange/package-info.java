/** A whole call: its attempts, their permits, the waits between them and the deadline. */
@NullMarked
package io.github.telnyxreactive.internal.exchange;

import org.jspecify.annotations.NullMarked;
