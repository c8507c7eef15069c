/** A log of events with a bound, and its readers, each at a pace of its own. */
@NullMarked
package io.github.telnyxreactive.webflux.event;

import org.jspecify.annotations.NullMarked;
