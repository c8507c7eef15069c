/** The operations of the API as values, and the catalogue of all of them. */
@NullMarked
package io.github.telnyxreactive.operation;

import org.jspecify.annotations.NullMarked;
