/** What can go wrong with a call, one type for each case that callers branch on. */
@NullMarked
package io.github.telnyxreactive.error;

import org.jspecify.annotations.NullMarked;
