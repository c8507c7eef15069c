package io.github.telnyxreactive.model;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Marks a record that maps to a JSON object. Field names are in snake case; a component that is {@code null} is not
 * written.
 *
 * <p>A record that declares a method {@code builder} has a staged builder: required components come first, all others follow
 * in any order. A component is required if it is {@link Required}, or neither {@code @Nullable} nor {@link Omittable};
 * leaving one out does not compile.
 *
 * <p>Reading is lenient: a field that cannot be read as the type of its component is kept among the unknown fields, as it
 * came, and so is an explicit {@code null}. Both are written back, unless the component is set.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@JacksonAnnotationsInside
@JsonNaming(ModelNaming.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public @interface Model {}
