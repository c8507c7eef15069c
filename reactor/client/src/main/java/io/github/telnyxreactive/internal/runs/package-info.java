/** Following runs that were triggered. */
@NullMarked
package io.github.telnyxreactive.internal.runs;

import org.jspecify.annotations.NullMarked;
