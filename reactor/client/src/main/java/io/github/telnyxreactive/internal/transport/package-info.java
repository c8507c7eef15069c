/** Single HTTP requests over Reactor Netty, with responses that are decoded or drained within this package. */
@NullMarked
package io.github.telnyxreactive.internal.transport;

import org.jspecify.annotations.NullMarked;
