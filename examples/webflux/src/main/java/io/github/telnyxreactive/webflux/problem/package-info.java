/** Errors as problem details. */
@NullMarked
package io.github.telnyxreactive.webflux.problem;

import org.jspecify.annotations.NullMarked;
