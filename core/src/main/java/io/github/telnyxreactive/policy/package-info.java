/** The arithmetic of retries, rate limits and polling, without a clock of its own. */
@NullMarked
package io.github.telnyxreactive.policy;

import org.jspecify.annotations.NullMarked;
