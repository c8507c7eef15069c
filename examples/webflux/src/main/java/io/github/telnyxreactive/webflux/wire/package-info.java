/** Bodies as the library writes them. */
@NullMarked
package io.github.telnyxreactive.webflux.wire;

import org.jspecify.annotations.NullMarked;
