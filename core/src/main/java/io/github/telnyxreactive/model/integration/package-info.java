/** Integrations and the connections to them. */
@NullMarked
package io.github.telnyxreactive.model.integration;

import org.jspecify.annotations.NullMarked;
