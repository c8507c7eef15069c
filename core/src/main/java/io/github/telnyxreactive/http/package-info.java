/** The headers of responses, and what they report about the rate limit. */
@NullMarked
package io.github.telnyxreactive.http;

import org.jspecify.annotations.NullMarked;
