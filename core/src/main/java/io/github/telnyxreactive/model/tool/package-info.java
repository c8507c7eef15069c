/** Tools: what an assistant can do besides talking. */
@NullMarked
package io.github.telnyxreactive.model.tool;

import org.jspecify.annotations.NullMarked;
