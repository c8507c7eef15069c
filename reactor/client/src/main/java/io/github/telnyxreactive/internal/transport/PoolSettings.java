package io.github.telnyxreactive.internal.transport;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import reactor.netty.resources.ConnectionProvider;

/** Settings of the pool that only Reactor Netty 1.3 and later have. They are used where they are found. */
final class PoolSettings {

    private static final @Nullable Method MAX_LIFE_TIME_VARIANCE = find("maxLifeTimeVariance", double.class);

    private PoolSettings() {}

    /** Returns whether this is Reactor Netty 1.3 or later. */
    static boolean isReactorNetty13() {
        return MAX_LIFE_TIME_VARIANCE != null;
    }

    /**
     * Sets by how many percent the lifetime of connections varies. With Reactor Netty 1.2, all have the same lifetime.
     */
    static void maxLifeTimeVariance(ConnectionProvider.Builder pool, double percent) {
        Method setter = MAX_LIFE_TIME_VARIANCE;
        if (setter == null) {
            return;
        }
        try {
            setter.invoke(pool, percent);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the variance of the lifetime of connections could not be set", e);
        }
    }

    private static @Nullable Method find(String name, Class<?>... parameters) {
        try {
            return ConnectionProvider.Builder.class.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
