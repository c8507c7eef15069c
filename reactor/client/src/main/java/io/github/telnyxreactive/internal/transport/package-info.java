/** One HTTP attempt over Reactor Netty: sent, and its answer decoded or drained, without a live response ever leaving this package. */
@NullMarked
package io.github.telnyxreactive.internal.transport;

import org.jspecify.annotations.NullMarked;
