/** Runs many suites and tests at once: triggers them, follows their runs to the end, and counts the outcomes. */
@NullMarked
package io.github.telnyxreactive.bulk;

import org.jspecify.annotations.NullMarked;
