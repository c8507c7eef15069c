package io.github.telnyxreactive.model.limit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Bounds the characters of a text, or the elements of a list. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Length {

    /**
     * Returns the fewest.
     *
     * @return how many there are at least
     */
    int min() default 0;

    /**
     * Returns the most.
     *
     * @return how many there are at the most
     */
    int max() default Integer.MAX_VALUE;
}
