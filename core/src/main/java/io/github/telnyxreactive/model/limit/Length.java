package io.github.telnyxreactive.model.limit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Limits the number of characters of a string, or of elements of a list. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Length {

    /**
     * Returns the minimum length.
     *
     * @return the minimum, inclusive
     */
    int min() default 0;

    /**
     * Returns the maximum length.
     *
     * @return the maximum, inclusive
     */
    int max() default Integer.MAX_VALUE;
}
