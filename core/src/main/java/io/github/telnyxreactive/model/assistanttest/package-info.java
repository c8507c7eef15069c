/** Assistant tests: scripted callers with a rubric, and the suites that group them. */
@NullMarked
package io.github.telnyxreactive.model.assistanttest;

import org.jspecify.annotations.NullMarked;
