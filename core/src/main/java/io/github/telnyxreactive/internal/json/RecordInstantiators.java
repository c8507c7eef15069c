package io.github.telnyxreactive.internal.json;

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
 * Creates records through method handles that accept an array. Jackson itself adapts a handle to the number of
 * arguments for each call, which is a quarter of the allocation of reading an assistant.
 */
final class RecordInstantiators extends ValueInstantiators.Base {

    @Override
    public ValueInstantiator modifyValueInstantiator(
            DeserializationConfig config, BeanDescription.Supplier description, ValueInstantiator standard) {
        return description.getBeanClass().isRecord()
                        && standard instanceof StdValueInstantiator instantiator
                        && instantiator.getWithArgsCreator() != null
                        && instantiator.getWithArgsCreator().getMember() instanceof Constructor<?> constructor
                ? spreading(instantiator, constructor)
                : standard;
    }

    private static ValueInstantiator spreading(StdValueInstantiator standard, Constructor<?> constructor) {
        try {
            MethodHandle create = MethodHandles.publicLookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, constructor.getParameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
            return new Spreading(standard, create);
        } catch (IllegalAccessException e) {
            // Jackson may have access nevertheless, and reports an error if it does not.
            return standard;
        }
    }

    private static final class Spreading extends StdValueInstantiator {

        private static final long serialVersionUID = 1L;

        private final transient MethodHandle create;

        Spreading(StdValueInstantiator standard, MethodHandle create) {
            super(standard);
            this.create = create;
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
