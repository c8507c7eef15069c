package io.github.telnyxreactive.webflux.client;

import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.RubricItem;
import io.github.telnyxreactive.simulator.Simulator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Starts a simulator in this process if there is no API key, so that the service can be tried out immediately. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoApiKey.class)
class SimulatorConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SimulatorConfiguration.class);

    /** Enough for debugging; each keeps its headers and its body. */
    private static final int RECORDED_REQUESTS = 1_000;

    private static final Map<String, List<String>> SUITES = Map.of(
            "checkout",
            List.of(
                    "Card is accepted",
                    "Card is declined",
                    "Coupon is applied",
                    "Coupon has expired",
                    "Address is changed",
                    "Cart is emptied",
                    "Delivery is chosen",
                    "Gift is wrapped",
                    "Invoice is requested"),
            "onboarding",
            List.of(
                    "Name is spelled",
                    "Consent is given",
                    "Consent is refused",
                    "Language is changed",
                    "Call is moved",
                    "Plan is compared"),
            "refunds",
            List.of(
                    "Refund is in time",
                    "Refund is too late",
                    "Parcel was lost",
                    "Parcel was damaged",
                    "Amount is disputed",
                    "Account is not the caller's",
                    "Voucher is offered"),
            "support",
            List.of(
                    "Caller is angry",
                    "Caller is silent",
                    "Caller interrupts",
                    "Line is noisy",
                    "Question is off topic",
                    "Person is requested",
                    "Password is forgotten",
                    "Outage is reported",
                    "Order is tracked",
                    "Opening hours are requested",
                    "Complaint is taken",
                    "Caller changes the topic"));

    @Bean(destroyMethod = "close")
    Simulator simulator(SimulationProperties properties, TelnyxProperties telnyx) {
        Simulator simulator = Simulator.builder()
                .seed(properties.seed())
                .runDuration(properties.shortestRun(), properties.longestRun())
                .outcomes(16, 3, 1)
                .recordedRequests(RECORDED_REQUESTS)
                .start();
        SUITES.keySet().stream()
                .sorted()
                .forEach(suite -> SUITES.get(suite).forEach(name -> simulator.addTest(test(suite, name))));
        List.of("Reception", "Orders", "Refunds", "Support")
                .forEach(name -> simulator.addAssistant(CreateAssistantRequest.builder()
                        .name(name)
                        .instructions("You answer calls about " + name + ". Be brief.")
                        .model("moonshotai/Kimi-K2.5")
                        .build()));
        log.warn(
                "TELNYX_API_KEY is not set: everything is SIMULATED by {} in this process, nothing is sent to Telnyx{}",
                simulator.baseUrl(),
                telnyx.baseUrl().isBlank() ? "" : ", and the configured base URL is not used");
        return simulator;
    }

    private static CreateAssistantTestRequest test(String suite, String name) {
        return CreateAssistantTestRequest.builder()
                .name(name)
                .destination("https://example.com/assistant")
                .instructions("You call about this: " + name + ".")
                .rubric(List.of(
                        item("Greets the caller", "The assistant greets the caller and says who is speaking."),
                        item("Understands the request", "The assistant repeats what the caller wants."),
                        item(
                                "Solves it or passes it on",
                                "The call ends with an answer or with a transfer to a person.")))
                .testSuite(suite)
                .build();
    }

    private static RubricItem item(String name, String criteria) {
        return RubricItem.builder().name(name).criteria(criteria).build();
    }
}
