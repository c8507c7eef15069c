package io.github.telnyxreactive.tck;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Exempts the subscribers of the TCK from BlockHound. They put signals into queues, whose locks are held for a few
 * instructions only.
 */
public final class RulesIntegration implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        String environment = "org.reactivestreams.tck.TestEnvironment";
        builder.allowBlockingCallsInside(environment + "$Receptacle", "add")
                .allowBlockingCallsInside(environment + "$Receptacle", "complete")
                .allowBlockingCallsInside(environment + "$Promise", "complete")
                .allowBlockingCallsInside(environment + "$Promise", "completeImmediatly");
    }
}
