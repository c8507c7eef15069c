/** Runs a batch with a journal: triggers its items, follows their runs, and shows the progress. */
@NullMarked
package io.github.telnyxreactive.cli.internal.running;

import org.jspecify.annotations.NullMarked;
