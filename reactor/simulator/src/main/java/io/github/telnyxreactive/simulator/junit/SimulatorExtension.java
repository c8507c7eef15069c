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
 * Gives each test method that asks for one a {@link Simulator} of its own, and closes it afterwards. The methods that
 * run before and after each test get the same one.
 *
 * <pre>{@code
 * @ExtendWith(SimulatorExtension.class)
 * class CheckoutTest {
 *     @Test
 *     void runs(Simulator simulator) { ... }
 * }
 * }</pre>
 *
 * <p>To set the simulator up, register the extension in a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SimulatorExtension SIMULATOR = SimulatorExtension.with(builder -> builder.seed(7).tls(true));
 * }</pre>
 */
public final class SimulatorExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(SimulatorExtension.class);

    private final Consumer<SimulatorBuilder> setup;

    /** Creates an extension whose simulators have all defaults. */
    public SimulatorExtension() {
        this(builder -> {});
    }

    private SimulatorExtension(Consumer<SimulatorBuilder> setup) {
        this.setup = Objects.requireNonNull(setup, "setup");
    }

    /**
     * Creates an extension.
     *
     * @param setup sets each simulator up before it starts
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
                    "a simulator belongs to one test: only methods that run for each test can ask for it");
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
