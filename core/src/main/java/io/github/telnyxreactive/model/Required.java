package io.github.telnyxreactive.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component that has to be set in a builder, and cannot be set to {@code null}, although it may be missing in what
 * the service sends: a value that is built has it; a value that was read, and a copy of it, need not.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Required {}
