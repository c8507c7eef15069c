/** The client as a bean, and the simulator that replaces Telnyx if there is no API key. */
@NullMarked
package io.github.telnyxreactive.webflux.client;

import org.jspecify.annotations.NullMarked;
