package io.github.telnyxreactive.model;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A record that stands for an object on the wire: its fields are in snake case there, and absent where the component is
 * {@code null}.
 *
 * <p>It has a builder, which takes the required components in stages and the rest in any order. Required is every
 * component that is neither {@code @Nullable} nor {@link Omittable}: leaving one out does not compile.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@JacksonAnnotationsInside
@JsonNaming(ModelNaming.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder.Template(
        options =
                @RecordBuilder.Options(
                        builderMode = RecordBuilder.BuilderMode.STAGED_REQUIRED_ONLY,
                        nullablePattern = "Nullable|Omittable",
                        inheritComponentAnnotations = true,
                        enableWither = false,
                        enableGetters = false,
                        addStaticBuilder = false,
                        componentsMethodName = "components",
                        fileComment = ""))
public @interface Model {}
