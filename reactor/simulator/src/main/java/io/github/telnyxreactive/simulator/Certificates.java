package io.github.telnyxreactive.simulator;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.time.Duration;
import java.time.Instant;

/** The self-signed certificate for the loopback address, created on first use and shared by all simulators. */
final class Certificates {

    private static final Duration VALIDITY = Duration.ofDays(365);

    private Certificates() {}

    static X509Bundle loopback() {
        return Holder.BUNDLE;
    }

    private static final class Holder {
        private static final X509Bundle BUNDLE = create();

        private static X509Bundle create() {
            try {
                return new CertificateBuilder()
                        .subject("CN=localhost")
                        .addSanDnsName("localhost")
                        .addSanIpAddress("127.0.0.1")
                        .notAfter(Instant.now().plus(VALIDITY))
                        .setIsCertificateAuthority(true)
                        .ecp256()
                        .buildSelfSigned();
            } catch (Exception e) {
                throw new IllegalStateException("the certificate could not be created", e);
            }
        }
    }
}
