/** Batches that run in the service, independently of the requests that start and watch them. */
@NullMarked
package io.github.telnyxreactive.webflux.batch;

import org.jspecify.annotations.NullMarked;
