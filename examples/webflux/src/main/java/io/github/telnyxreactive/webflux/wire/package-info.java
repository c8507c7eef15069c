/** Response bodies, written with the JSON codec of the library. */
@NullMarked
package io.github.telnyxreactive.webflux.wire;

import org.jspecify.annotations.NullMarked;
