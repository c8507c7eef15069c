/** Reading of chat events. */
@NullMarked
package io.github.telnyxreactive.internal.chat;

import org.jspecify.annotations.NullMarked;
