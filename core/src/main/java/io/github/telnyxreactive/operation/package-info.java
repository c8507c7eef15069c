/** The operations of the API as values, and the catalogue of them all. */
@NullMarked
package io.github.telnyxreactive.operation;

import org.jspecify.annotations.NullMarked;
