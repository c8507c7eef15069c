/** Promotes a version of an assistant, or gives it a share of the conversations, only if its tests pass. */
@NullMarked
package io.github.telnyxreactive.gate;

import org.jspecify.annotations.NullMarked;
