/** Tools that several assistants share. */
@NullMarked
package io.github.telnyxreactive.model.sharedtool;

import org.jspecify.annotations.NullMarked;
