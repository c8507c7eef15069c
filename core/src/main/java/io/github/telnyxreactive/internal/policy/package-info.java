/** The arithmetic of rate limits and adaptive polling. */
@NullMarked
package io.github.telnyxreactive.internal.policy;

import org.jspecify.annotations.NullMarked;
