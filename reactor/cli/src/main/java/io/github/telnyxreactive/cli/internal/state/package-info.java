/** The state of a batch that has a journal: what was done, what is known, and what is in doubt. */
@NullMarked
package io.github.telnyxreactive.cli.internal.state;

import org.jspecify.annotations.NullMarked;
