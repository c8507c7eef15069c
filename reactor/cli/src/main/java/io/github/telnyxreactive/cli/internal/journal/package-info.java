/** The journal of a batch: a file from which the batch can be resumed, however it ended. */
@NullMarked
package io.github.telnyxreactive.cli.internal.journal;

import org.jspecify.annotations.NullMarked;
