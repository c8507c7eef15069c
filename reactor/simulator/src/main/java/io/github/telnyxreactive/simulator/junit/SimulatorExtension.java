package io.github.telnyxreactive.simulator.junit;

import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.SimulatorBuilder;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a {@link Simulator} for each test that declares a parameter of this type, and closes it after the test. The
 * {@code @BeforeEach} and {@code @AfterEach} methods of a test receive the same simulator.
 *
 * <pre>{@code
 * @ExtendWith(SimulatorExtension.class)
 * class CheckoutTest {
 *     @Test
 *     void runs(Simulator simulator) { ... }
 * }
 * }</pre>
 *
 * <p>To configure the simulators, register the extension programmatically:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SimulatorExtension SIMULATOR = SimulatorExtension.with(builder -> builder.seed(7).tls(true));
 * }</pre>
 */
// JUnit is optional, so its module cannot be required transitively; users of the extension have it anyway.
@SuppressWarnings("exports")
public final class SimulatorExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(SimulatorExtension.class);

    private final Consumer<SimulatorBuilder> setup;

    /** Creates an extension whose simulators have the default settings. */
    public SimulatorExtension() {
        this(builder -> {});
    }

    private SimulatorExtension(Consumer<SimulatorBuilder> setup) {
        this.setup = Objects.requireNonNull(setup, "setup");
    }

    /**
     * Creates an extension whose simulators are configured by the given function.
     *
     * @param setup called with the builder of each simulator before it is started
     * @return the extension
     */
    public static SimulatorExtension with(Consumer<SimulatorBuilder> setup) {
        return new SimulatorExtension(setup);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Simulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "a simulator belongs to a single test, and is not available to code that runs once per class");
        }
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Simulator.class, key -> startSimulator(), Simulator.class);
    }

    private Simulator startSimulator() {
        SimulatorBuilder builder = Simulator.builder();
        setup.accept(builder);
        return builder.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Simulator simulator = context.getStore(NAMESPACE).remove(Simulator.class, Simulator.class);
        if (simulator != null) {
            simulator.close();
        }
    }
}
