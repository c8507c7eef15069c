package io.github.telnyxreactive.internal.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a sealed interface whose implementation is selected by a field. The known ones are those of {@link JsonSubTypes};
 * each sets the field itself.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Union {

    /** {@return the name of the field that selects the implementation} */
    String by() default "type";

    /** {@return the implementation for everything else} */
    Class<? extends Record> unknown();

    /**
     * {@return the implementation that need not have the field, {@code Record} for none; it has a method {@code
     * withType(String)}, which adds the field}
     */
    Class<? extends Record> untyped() default Record.class;

    /** {@return the value of the field that selects {@link #untyped()} as well} */
    String untypedName() default "";

    /** {@return the name of a field that {@link #untyped()} always has} */
    String untypedField() default "";
}
