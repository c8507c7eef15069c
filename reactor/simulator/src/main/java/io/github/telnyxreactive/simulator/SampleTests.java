package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.RubricItem;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Generates plausible assistant tests. */
final class SampleTests {

    private static final List<String> MOODS = List.of("A calm", "A hurried", "A doubtful", "An annoyed", "A chatty");

    private static final List<Topic> TOPICS = List.of(
            new Topic("refund of a damaged lamp", "Offers a refund or a replacement"),
            new Topic("change of a delivery address", "Reads the new address back before saving it"),
            new Topic("appointment for next Tuesday", "Names the day and the hour that were booked"),
            new Topic("question about opening hours", "Gives the hours of the shop that was asked about"),
            new Topic("lost password", "Sends a reset link and never asks for the password"),
            new Topic("bill that looks too high", "Explains each item of the bill"),
            new Topic("cancellation of a subscription", "States when the subscription ends"));

    private static final List<RubricItem> MANNERS = List.of(
            item("Greeting", "Greets the caller and says who is speaking"),
            item("Tone", "Stays friendly, whatever the caller says"),
            item("Brevity", "Answers in no more than three sentences at a time"));

    private SampleTests() {}

    /** Returns the n-th test of a suite, from 0; names are unique within a suite. */
    static CreateAssistantTestRequest sample(String suite, int n) {
        Topic topic = TOPICS.get(n % TOPICS.size());
        String mood = MOODS.get(n / TOPICS.size() % MOODS.size());
        int variant = n / (TOPICS.size() * MOODS.size());
        String name = mood + " caller: " + topic.name + (variant == 0 ? "" : " (" + (variant + 1) + ")");
        List<RubricItem> rubric = new ArrayList<>();
        rubric.add(item("Solution", topic.goal));
        rubric.add(MANNERS.get(n % MANNERS.size()));
        if (n % 2 == 0) {
            rubric.add(MANNERS.get((n + 1) % MANNERS.size()));
        }
        return CreateAssistantTestRequest.builder()
                .name(name)
                .destination("+1312555" + String.format(Locale.ROOT, "%04d", n % 10_000))
                .instructions("Call about this: " + topic.name + ". Do not hang up before it is settled.")
                .rubric(rubric)
                .telnyxConversationChannel(TelnyxConversationChannel.PHONE_CALL)
                .maxDurationSeconds(60 + 30 * (n % 5))
                .testSuite(suite)
                .build();
    }

    private static RubricItem item(String name, String criteria) {
        return RubricItem.builder().name(name).criteria(criteria).build();
    }

    private record Topic(String name, String goal) {}
}
