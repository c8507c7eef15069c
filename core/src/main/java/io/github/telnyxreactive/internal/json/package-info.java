/** The JSON mapper: lenient in what it reads, exact in what it writes. */
@NullMarked
package io.github.telnyxreactive.internal.json;

import org.jspecify.annotations.NullMarked;
