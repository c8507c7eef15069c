/** Metrics and health. */
@NullMarked
package io.github.telnyxreactive.webflux.observation;

import org.jspecify.annotations.NullMarked;
