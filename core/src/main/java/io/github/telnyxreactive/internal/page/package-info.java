/** How pages are decoded. */
@NullMarked
package io.github.telnyxreactive.internal.page;

import org.jspecify.annotations.NullMarked;
