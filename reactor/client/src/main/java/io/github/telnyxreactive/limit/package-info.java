/** Retry with jitter and rate limiting, as Reactor operators. */
@NullMarked
package io.github.telnyxreactive.limit;

import org.jspecify.annotations.NullMarked;
