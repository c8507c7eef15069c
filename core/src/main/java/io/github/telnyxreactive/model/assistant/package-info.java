/** Assistants, their versions, and what creates and changes them. */
@NullMarked
package io.github.telnyxreactive.model.assistant;

import org.jspecify.annotations.NullMarked;
