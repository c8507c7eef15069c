/** Text for messages, and numbers in text. */
@NullMarked
package io.github.telnyxreactive.internal.text;

import org.jspecify.annotations.NullMarked;
