/** Whole calls: their attempts, the permits and the waits between them, and their deadline. */
@NullMarked
package io.github.telnyxreactive.internal.exchange;

import org.jspecify.annotations.NullMarked;
