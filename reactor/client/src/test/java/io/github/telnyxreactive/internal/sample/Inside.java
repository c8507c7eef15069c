<<<<<<<< HEAD:reactor/client/src/test/java/io/github/telnyxreactive/internal/Inside.java
package io.github.telnyxreactive.internal;
========
package io.github.telnyxreactive.internal.sample;
>>>>>>>> 31887c2c403c24b3a8b33b7f248825525073de77:reactor/client/src/test/java/io/github/telnyxreactive/internal/sample/Inside.java

/** A type that nothing outside may name. */
public class Inside extends Exception {

    private static final long serialVersionUID = 1L;
}
