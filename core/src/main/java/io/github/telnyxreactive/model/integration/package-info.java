/** Integrations and connections with them. */
@NullMarked
package io.github.telnyxreactive.model.integration;

import org.jspecify.annotations.NullMarked;
