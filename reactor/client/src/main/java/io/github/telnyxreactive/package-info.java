/** The client and its builder. */
@NullMarked
package io.github.telnyxreactive;

import org.jspecify.annotations.NullMarked;
