package io.github.telnyxreactive.model.limit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Bounds a number, both ends included. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {

    /**
     * Returns the least.
     *
     * @return the smallest number allowed
     */
    double min() default Double.NEGATIVE_INFINITY;

    /**
     * Returns the greatest.
     *
     * @return the largest number allowed
     */
    double max() default Double.POSITIVE_INFINITY;
}
