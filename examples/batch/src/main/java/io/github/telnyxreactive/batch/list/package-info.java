/** Writing lists of any length down as they are read. */
@NullMarked
package io.github.telnyxreactive.batch.list;

import org.jspecify.annotations.NullMarked;
