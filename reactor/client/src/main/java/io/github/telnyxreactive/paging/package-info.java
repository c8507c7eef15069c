/** Lists that are requested page by page, under demand. */
@NullMarked
package io.github.telnyxreactive.paging;

import org.jspecify.annotations.NullMarked;
