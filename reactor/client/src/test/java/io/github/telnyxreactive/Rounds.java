package io.github.telnyxreactive;

import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Runs a test many times and reports it once. Each round has a new instance of the test class, like a repeated test, but
 * without the overhead of one. For races, where a single round proves nothing.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(Rounds.Repeating.class)
public @interface Rounds {

    /** The number of rounds. The first one that fails ends the test. */
    int value();

    /** Runs the rounds, the first of them on the instance that JUnit has prepared. */
    final class Repeating implements InvocationInterceptor {

        @Override
        public void interceptTestMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
                throws Throwable {
            Method test = call.getExecutable();
            int rounds = test.getAnnotation(Rounds.class).value();
            int round = 1;
            try {
                invocation.proceed();
                while (round < rounds) {
                    round++;
                    runOnNewInstance(test, call.getTargetClass());
                }
            } catch (Throwable failure) {
                throw new AssertionError("round " + round + " of " + rounds + ": " + failure, failure);
            }
        }

        private static void runOnNewInstance(Method test, Class<?> type) {
            Object instance = ReflectionSupport.newInstance(type);
            try {
                run(BeforeEach.class, type, instance);
                ReflectionSupport.invokeMethod(test, instance);
            } finally {
                run(AfterEach.class, type, instance);
            }
        }

        private static void run(Class<? extends Annotation> when, Class<?> type, Object instance) {
            AnnotationSupport.findAnnotatedMethods(type, when, HierarchyTraversalMode.TOP_DOWN)
                    .forEach(method -> ReflectionSupport.invokeMethod(method, instance));
        }
    }
}
