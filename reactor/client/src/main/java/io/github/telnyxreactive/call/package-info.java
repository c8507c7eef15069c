/** Calls: what executes them, their options, their listeners and their responses. */
@NullMarked
package io.github.telnyxreactive.call;

import org.jspecify.annotations.NullMarked;
