/** The journal of a batch: a file from which it goes on after whatever has ended it. */
@NullMarked
package io.github.telnyxreactive.cli.internal.journal;

import org.jspecify.annotations.NullMarked;
