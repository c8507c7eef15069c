/** Decides whether a version passes a release gate, and promotes it or gives it a share of the conversations. */
@NullMarked
package io.github.telnyxreactive.internal.gate;

import org.jspecify.annotations.NullMarked;
