package io.github.telnyxreactive.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;

/**
 * Has records made by handles that take an array as it is. Jackson's own call fits a handle to the number of arguments
 * each time, which is a quarter of what reading an assistant allocates.
 */
final class RecordInstantiators extends ValueInstantiators.Base {

    @Override
    public ValueInstantiator modifyValueInstantiator(
            DeserializationConfig config, BeanDescription.Supplier description, ValueInstantiator standard) {
        return description.getBeanClass().isRecord()
                        && standard instanceof StdValueInstantiator instantiator
                        && instantiator.getWithArgsCreator() != null
                        && instantiator.getWithArgsCreator().getMember() instanceof Constructor<?> constructor
                ? new Spreading(instantiator, constructor)
                : standard;
    }

    private static final class Spreading extends StdValueInstantiator {

        private static final long serialVersionUID = 1L;

        private final transient MethodHandle create;

        Spreading(StdValueInstantiator standard, Constructor<?> constructor) {
            super(standard);
            try {
                create = MethodHandles.publicLookup()
                        .unreflectConstructor(constructor)
                        .asSpreader(Object[].class, constructor.getParameterCount())
                        .asType(MethodType.methodType(Object.class, Object[].class));
            } catch (IllegalAccessException e) {
                throw new IllegalArgumentException(constructor + " is not public", e);
            }
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
            try {
                return (Object) create.invokeExact(arguments);
            } catch (Error e) {
                throw e;
            } catch (Throwable e) {
                return context.handleInstantiationProblem(_valueClass, arguments, rewrapCtorProblem(context, e));
            }
        }
    }
}
