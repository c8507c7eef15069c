package io.github.telnyxreactive.benchmarks.endtoend;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Passes certificates from process to process, as one word. */
final class Certificates {

    /** Stands for no certificate. */
    static final String NONE = "-";

    private Certificates() {}

    static String encode(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static @Nullable X509Certificate decode(String encoded) {
        if (encoded.equals(NONE)) {
            return null;
        }
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getDecoder().decode(encoded)));
        } catch (CertificateException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
