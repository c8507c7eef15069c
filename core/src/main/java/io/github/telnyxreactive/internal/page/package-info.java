/** Decoding of pages while they are received. */
@NullMarked
package io.github.telnyxreactive.internal.page;

import org.jspecify.annotations.NullMarked;
