/** How errors are made from responses. */
@NullMarked
package io.github.telnyxreactive.internal.error;

import org.jspecify.annotations.NullMarked;
