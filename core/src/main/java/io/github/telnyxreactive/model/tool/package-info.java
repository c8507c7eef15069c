/** Tools that an assistant can use. */
@NullMarked
package io.github.telnyxreactive.model.tool;

import org.jspecify.annotations.NullMarked;
