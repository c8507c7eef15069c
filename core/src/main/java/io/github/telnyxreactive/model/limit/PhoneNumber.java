package io.github.telnyxreactive.model.limit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Asks for a phone number in E.164: a plus sign, the country code and the number, up to 15 digits, nothing between. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface PhoneNumber {

    /**
     * Tells whether a SIP URI will do as well.
     *
     * @return whether it does
     */
    boolean sip() default false;

    /**
     * Tells whether a template in double braces will do as well.
     *
     * @return whether it does
     */
    boolean template() default false;
}
