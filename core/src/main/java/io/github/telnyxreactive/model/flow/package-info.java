/** Conversation flows: graphs of nodes, edges, conditions and expressions. */
@NullMarked
package io.github.telnyxreactive.model.flow;

import org.jspecify.annotations.NullMarked;
