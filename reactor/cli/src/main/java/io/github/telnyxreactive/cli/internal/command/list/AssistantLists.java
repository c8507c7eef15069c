package io.github.telnyxreactive.cli.internal.command.list;

import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.simulation.ListSimulation;
import io.github.telnyxreactive.cli.internal.listing.Column;
import io.github.telnyxreactive.model.scheduledevent.ConversationChannelType;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEventListParams;
import io.github.telnyxreactive.resource.Ai;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Flux;

/** The lists of assistants and of what belongs to them. */
final class AssistantLists {

    private AssistantLists() {}

    /** The assistants in their main versions. */
    @Command(
            name = "assistants",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Lists the assistants, each in its main version.")
    static final class Assistants extends ListAction {

        @Mixin
        private ListSimulation simulation = new ListSimulation();

        Assistants(Environment environment, OutputStream out) {
            super(environment, out);
        }

        @Override
        Flux<?> items(Ai ai) {
            return ai.assistants().list();
        }

        @Override
        List<Column> columns() {
            return List.of(
                    Column.id("ID", "id", 46),
                    Column.text("NAME", "name", 30),
                    Column.text("MODEL", "model", 24),
                    Column.text("CREATED", "created_at", 27));
        }

        @Override
        @Nullable Service simulated(Service.Limits kept) {
            return simulation.start(Simulator::addAssistants, kept);
        }
    }

    /** The versions of an assistant. */
    @Command(
            name = "versions",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Lists the versions of an assistant.")
    static final class Versions extends ListAction {

        @Option(names = "--assistant", paramLabel = "ID", required = true, description = "The assistant.")
        private String assistantId = "";

        Versions(Environment environment, OutputStream out) {
            super(environment, out);
        }

        @Override
        Flux<?> items(Ai ai) {
            return ai.assistants().versions().list(assistantId);
        }

        @Override
        List<Column> columns() {
            return List.of(
                    Column.id("VERSION", "version_id", 36),
                    Column.text("NAME", "version_name", 30),
                    Column.text("MODEL", "model", 24),
                    Column.text("CREATED", "version_created_at", 27));
        }
    }

    /** The tags of all assistants. */
    @Command(
            name = "tags",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Lists the tags that any assistant has.")
    static final class Tags extends ListAction {

        Tags(Environment environment, OutputStream out) {
            super(environment, out);
        }

        @Override
        Flux<?> items(Ai ai) {
            return ai.assistants().tags().list().flatMapIterable(tags -> tags);
        }

        @Override
        List<Column> columns() {
            return List.of(Column.itself("TAG"));
        }
    }

    /** The calls and messages that an assistant is to make. */
    @Command(
            name = "scheduled-events",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Lists the calls and messages that an assistant is to make or has made.")
    static final class ScheduledEvents extends ListAction {

        @Option(names = "--assistant", paramLabel = "ID", required = true, description = "The assistant.")
        private String assistantId = "";

        @Option(
                names = "--channel",
                paramLabel = "CHANNEL",
                description = "Only what goes this way, such as phone_call or sms_chat.")
        private @Nullable String channel;

        @Option(
                names = "--from",
                paramLabel = "TIME",
                description = "Only from this time on, 2026-01-31T08:00:00Z say.")
        private @Nullable OffsetDateTime from;

        @Option(names = "--to", paramLabel = "TIME", description = "Only up to this time.")
        private @Nullable OffsetDateTime to;

        @Mixin
        private PageOptions pages = new PageOptions();

        ScheduledEvents(Environment environment, OutputStream out) {
            super(environment, out);
        }

        @Override
        Flux<?> items(Ai ai) {
            return ai.assistants()
                    .scheduledEvents()
                    .list(
                            assistantId,
                            ScheduledEventListParams.builder()
                                    .conversationChannel(channel == null ? null : new ConversationChannelType(channel))
                                    .fromDate(from)
                                    .toDate(to)
                                    .pageSize(pageSize(pages))
                                    .build());
        }

        @Override
        List<Column> columns() {
            return List.of(
                    Column.id("ID", "scheduled_event_id", 36),
                    Column.text("CHANNEL", "telnyx_conversation_channel", 10),
                    Column.text("STATUS", "status", 11),
                    Column.text("SCHEDULED", "scheduled_at_fixed_datetime", 27),
                    Column.text("TO", "telnyx_end_user_target", 20));
        }
    }
}
