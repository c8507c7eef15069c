/** Limits of rate and concurrency, and retry with jitter, for any Mono or Flux. */
@NullMarked
package io.github.telnyxreactive.limit;

import org.jspecify.annotations.NullMarked;
