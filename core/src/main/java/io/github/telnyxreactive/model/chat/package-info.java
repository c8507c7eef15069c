/** Chats with assistants. */
@NullMarked
package io.github.telnyxreactive.model.chat;

import org.jspecify.annotations.NullMarked;
