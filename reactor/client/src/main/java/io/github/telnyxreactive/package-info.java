/** The client: where everything starts. */
@NullMarked
package io.github.telnyxreactive;

import org.jspecify.annotations.NullMarked;
