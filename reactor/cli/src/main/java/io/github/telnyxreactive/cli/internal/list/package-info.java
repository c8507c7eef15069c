/** Writing lists of any length down as they are read. */
@NullMarked
package io.github.telnyxreactive.cli.internal.list;

import org.jspecify.annotations.NullMarked;
