/** Runs batches: admits their requests, triggers their items, and polls their runs. */
@NullMarked
package io.github.telnyxreactive.internal.bulk;

import org.jspecify.annotations.NullMarked;
