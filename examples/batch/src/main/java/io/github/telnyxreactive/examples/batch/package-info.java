/** A release check on the client's release gate. */
@NullMarked
package io.github.telnyxreactive.examples.batch;

import org.jspecify.annotations.NullMarked;
