/** Checks requests against their limits before they are sent. */
@NullMarked
package io.github.telnyxreactive.internal.check;

import org.jspecify.annotations.NullMarked;
