/** Assistants, their versions, and the requests that create and update them. */
@NullMarked
package io.github.telnyxreactive.model.assistant;

import org.jspecify.annotations.NullMarked;
