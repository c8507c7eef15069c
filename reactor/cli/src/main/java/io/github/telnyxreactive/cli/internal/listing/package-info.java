/** Writing lists of any length down as they are read. */
@NullMarked
package io.github.telnyxreactive.cli.internal.listing;

import org.jspecify.annotations.NullMarked;
