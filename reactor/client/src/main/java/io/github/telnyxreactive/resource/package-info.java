/** The operations of the API as methods, named as in the vendor's own SDKs. */
@NullMarked
package io.github.telnyxreactive.resource;

import org.jspecify.annotations.NullMarked;
