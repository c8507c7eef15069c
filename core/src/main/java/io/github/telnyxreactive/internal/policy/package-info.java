/** The arithmetic of limits and waits. */
@NullMarked
package io.github.telnyxreactive.internal.policy;

import org.jspecify.annotations.NullMarked;
