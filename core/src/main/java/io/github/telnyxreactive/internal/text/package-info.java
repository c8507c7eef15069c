/** Text: what is put into messages, and numbers that are read. */
@NullMarked
package io.github.telnyxreactive.internal.text;

import org.jspecify.annotations.NullMarked;
