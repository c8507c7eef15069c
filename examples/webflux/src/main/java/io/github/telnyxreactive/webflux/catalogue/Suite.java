package io.github.telnyxreactive.webflux.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A suite that can be run.
 *
 * @param name its name
 * @param tests how many tests it has, {@code null} if that was not found out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Suite(String name, @Nullable Long tests) {}
