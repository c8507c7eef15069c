/** What there is to run, read from the service as far as somebody asks for it. */
@NullMarked
package io.github.telnyxreactive.webflux.catalogue;

import org.jspecify.annotations.NullMarked;
