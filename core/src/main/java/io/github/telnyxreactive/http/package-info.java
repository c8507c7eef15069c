/** What the headers of an answer say: how long to wait, and how much of the rate limit is left. */
@NullMarked
package io.github.telnyxreactive.http;

import org.jspecify.annotations.NullMarked;
