/** A bounded log of events, and its readers, each at its own pace. */
@NullMarked
package io.github.telnyxreactive.webflux.event;

import org.jspecify.annotations.NullMarked;
