/** What a call can be told, and what it tells: its options, its listener, and its response. */
@NullMarked
package io.github.telnyxreactive.call;

import org.jspecify.annotations.NullMarked;
