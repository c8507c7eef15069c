/** Parsing of headers. */
@NullMarked
package io.github.telnyxreactive.internal.http;

import org.jspecify.annotations.NullMarked;
