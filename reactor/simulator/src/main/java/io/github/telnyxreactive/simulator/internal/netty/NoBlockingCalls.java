package io.github.telnyxreactive.simulator.internal.netty;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.blockhound.BlockHound;

/**
 * Installs BlockHound when the first test class starts. BlockHound's own listener does so as soon as tests are looked for,
 * which a build that distributes tests to several processes does in the process of Maven, where it cannot be installed.
 */
public final class NoBlockingCalls implements BeforeAllCallback {

    /** Creates the extension. */
    public NoBlockingCalls() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        BlockHound.install();
    }
}
