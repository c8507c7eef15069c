/** Calls and text messages that are due at some time. */
@NullMarked
package io.github.telnyxreactive.model.scheduledevent;

import org.jspecify.annotations.NullMarked;
