package io.github.telnyxreactive.webflux.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A suite that can be run.
 *
 * @param name its name
 * @param tests the number of its tests, {@code null} if unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Suite(String name, @Nullable Long tests) {}
