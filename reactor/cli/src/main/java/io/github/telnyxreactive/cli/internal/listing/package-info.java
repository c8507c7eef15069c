/** Writes lists of any length as they are read. */
@NullMarked
package io.github.telnyxreactive.cli.internal.listing;

import org.jspecify.annotations.NullMarked;
