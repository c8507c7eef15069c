/** How chat events are read. */
@NullMarked
package io.github.telnyxreactive.internal.chat;

import org.jspecify.annotations.NullMarked;
