/** Lists of what can be run, read from the service under demand. */
@NullMarked
package io.github.telnyxreactive.webflux.catalogue;

import org.jspecify.annotations.NullMarked;
