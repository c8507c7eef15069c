/** A service on Spring WebFlux that runs suites of assistant tests and streams what happens to browsers. */
@NullMarked
package io.github.telnyxreactive.webflux;

import org.jspecify.annotations.NullMarked;
