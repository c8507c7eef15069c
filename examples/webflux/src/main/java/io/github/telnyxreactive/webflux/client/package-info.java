/** The client as a bean, and the simulator that stands in for the service where there is no key. */
@NullMarked
package io.github.telnyxreactive.webflux.client;

import org.jspecify.annotations.NullMarked;
