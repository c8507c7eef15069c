package io.github.telnyxreactive.model.limit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Limits a number to a range, both ends included. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {

    /**
     * Returns the minimum.
     *
     * @return the minimum, inclusive
     */
    double min() default Double.NEGATIVE_INFINITY;

    /**
     * Returns the maximum.
     *
     * @return the maximum, inclusive
     */
    double max() default Double.POSITIVE_INFINITY;
}
