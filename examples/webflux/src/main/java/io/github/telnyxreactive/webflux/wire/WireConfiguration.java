package io.github.telnyxreactive.webflux.wire;

import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the library's codec before those of Spring. */
@Configuration(proxyBeanMethods = false)
class WireConfiguration {

    @Bean
    CodecCustomizer modelCodec() {
        return configurer -> configurer.customCodecs().register(new ModelEncoder());
    }
}
