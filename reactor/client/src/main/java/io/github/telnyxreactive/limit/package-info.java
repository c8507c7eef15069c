/** Rate limits, concurrency limits and retries with jitter for any Mono or Flux. */
@NullMarked
package io.github.telnyxreactive.limit;

import org.jspecify.annotations.NullMarked;
