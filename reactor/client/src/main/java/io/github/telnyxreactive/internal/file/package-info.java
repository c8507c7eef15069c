/** Files that a user keeps. Writing blocks its caller. */
@NullMarked
package io.github.telnyxreactive.internal.file;

import org.jspecify.annotations.NullMarked;
