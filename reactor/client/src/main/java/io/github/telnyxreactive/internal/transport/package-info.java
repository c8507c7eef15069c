/** Single HTTP requests over Reactor Netty, whose responses are decoded or drained before they leave this package. */
@NullMarked
package io.github.telnyxreactive.internal.transport;

import org.jspecify.annotations.NullMarked;
