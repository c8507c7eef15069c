/** Creation of exceptions from error responses. */
@NullMarked
package io.github.telnyxreactive.internal.error;

import org.jspecify.annotations.NullMarked;
