/** The operations of the API as methods, named as in the vendor's own libraries. */
@NullMarked
package io.github.telnyxreactive.resource;

import org.jspecify.annotations.NullMarked;
