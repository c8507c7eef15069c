/** A Spring WebFlux service that runs suites of assistant tests and streams their events to browsers. */
@NullMarked
package io.github.telnyxreactive.webflux;

import org.jspecify.annotations.NullMarked;
