/** Limits that the API sets on the content of requests, as annotations of the models. */
@NullMarked
package io.github.telnyxreactive.model.limit;

import org.jspecify.annotations.NullMarked;
