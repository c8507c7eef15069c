/** Derives idempotency keys. */
@NullMarked
package io.github.telnyxreactive.internal.key;

import org.jspecify.annotations.NullMarked;
