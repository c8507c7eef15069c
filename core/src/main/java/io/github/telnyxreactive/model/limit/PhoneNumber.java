package io.github.telnyxreactive.model.limit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Requires a phone number in E.164: a plus sign followed by country code and number, up to 15 digits without
 * separators.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface PhoneNumber {

    /**
     * Returns whether a SIP URI is also permitted.
     *
     * @return {@code true} if permitted
     */
    boolean sip() default false;

    /**
     * Returns whether a template in double braces is also permitted.
     *
     * @return {@code true} if permitted
     */
    boolean template() default false;
}
