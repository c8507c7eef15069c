/** Trying a webhook tool. */
@NullMarked
package io.github.telnyxreactive.model.tooltest;

import org.jspecify.annotations.NullMarked;
