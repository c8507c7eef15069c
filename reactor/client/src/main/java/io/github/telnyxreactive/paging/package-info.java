/** Lists that are read page by page, as far as is asked for. */
@NullMarked
package io.github.telnyxreactive.paging;

import org.jspecify.annotations.NullMarked;
