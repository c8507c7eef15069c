/** Calls and text messages that are scheduled for a given time. */
@NullMarked
package io.github.telnyxreactive.model.scheduledevent;

import org.jspecify.annotations.NullMarked;
