package io.github.telnyxreactive.cli.internal.command.resolve;

import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.bulk.ItemResolution;
import io.github.telnyxreactive.bulk.ResolutionException;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.bulk.UnresolvedItem;
import io.github.telnyxreactive.bulk.report.JournalReport;
import io.github.telnyxreactive.cli.internal.command.Advice;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.LimitOptions;
import io.github.telnyxreactive.cli.internal.command.MainCommand;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.internal.text.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what exists at the service for items whose outcome is unknown, and records what a person decides about them. */
@Command(
        name = "resolve",
        description =
                "Lists the items of a batch of which it is not known whether they were triggered, or whether all of their"
                        + " runs are known, with the runs that the service has of that time. Triggers nothing. What you"
                        + " decide, by options or on a terminal, is written into the journal, and counts for every resume"
                        + " and report of the batch.",
        exitCodeList = {
            "0:no item needs a decision",
            "2:the command is invalid, a decision was refused, or the journal or the service cannot be read",
            "3:an item needs a decision",
            "130:interrupted with Ctrl-C or SIGTERM"
        })
public final class ResolveCommand extends MainCommand implements Callable<Integer> {

    private static final Pattern SEPARATORS = Pattern.compile("[,\\s]+");
    private static final String NOTHING = "none";

    private final Environment environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "JOURNAL", description = "The journal of the batch.")
    private Path journal = Path.of("");

    @ArgGroup(exclusive = false, multiplicity = "0..*", heading = "%nDecisions:%n")
    private List<DecisionOptions> decisions = new ArrayList<>();

    @Option(
            names = "--same-account",
            description =
                    "TELNYX_API_KEY is another key of the account in which the batch was started. Otherwise, another"
                            + " key is accepted only if it can read a run of the batch.")
    private boolean sameAccount;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(names = "--mask", description = "Mask phone numbers in what is printed. The journal keeps them.")
    private boolean mask;

    // Read by the handler of errors.
    @Option(names = "--verbose", description = "Print stack traces of errors.")
    private boolean verbose;

    /**
     * Creates the command.
     *
     * @param environment its environment
     */
    public ResolveCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(journal)) {
            throw new CommandException("no journal " + journal);
        }
        try (Service service = Service.real(environment, limits.limits())) {
            TestBatch batch = service.client()
                    .ai()
                    .assistants()
                    .tests()
                    .batch(BatchOptions.builder().sameAccount(sameAccount).build());
            List<UnresolvedItem> items = environment.await(batch.unresolved(FileJournal.at(journal)));
            if (items == null) {
                environment.terminal().print("Interrupted. Nothing was recorded.");
                return ExitCode.INTERRUPTED;
            }
            if (!decisions.isEmpty()) {
                return decide(batch, items);
            }
            if (items.isEmpty()) {
                return nothingToDecide();
            }
            list(items);
            return environment.terminal().isInteractive() ? ask(batch, items) : advise();
        }
    }

    /** What nobody has found out yet is no matter of decision. */
    private int nothingToDecide() throws IOException {
        Terminal terminal = environment.terminal();
        terminal.print("No item needs a decision in " + journal + ".");
        if (!JournalReport.read(journal).isComplete()) {
            terminal.print("The batch is not complete. To find out the rest: " + resumption());
        }
        return ExitCode.PASSED;
    }

    private String shown(String text) {
        return mask ? Mask.phoneNumbers(text) : text;
    }

    private void list(List<UnresolvedItem> items) {
        Terminal terminal = environment.terminal();
        UnresolvedLines lines = new UnresolvedLines(terminal.style(), terminal.columns(), this::shown);
        for (UnresolvedItem item : items) {
            lines.of(item).forEach(terminal::print);
            terminal.print("");
        }
    }

    private int advise() {
        environment
                .terminal()
                .print("To decide: " + Advice.resolve(journal)
                        + " --item NUMBER --runs ID,ID or --item NUMBER --not-started");
        return ExitCode.INCOMPLETE;
    }

    private int decide(TestBatch batch, List<UnresolvedItem> items) throws IOException {
        List<Choices.Choice> choices = new Choices(items).of(decisions);
        List<ItemResolution> resolutions =
                choices.stream().map(Choices.Choice::resolution).toList();
        if (!record(batch, resolutions)) {
            return interrupted();
        }
        choices.forEach(choice -> confirm(choice.item(), choice.resolution()));
        return end(items.size() - choices.size(), true);
    }

    private boolean record(TestBatch batch, List<ItemResolution> resolutions) {
        return environment.await(
                        batch.resolve(resolutions, FileJournal.at(journal)).thenReturn(true))
                != null;
    }

    /** Asks about each item, and records each answer at once. */
    private int ask(TestBatch batch, List<UnresolvedItem> items) throws IOException {
        int decided = 0;
        for (UnresolvedItem item : items) {
            Optional<Boolean> answer = ask(batch, item);
            if (answer == null) {
                return interrupted();
            }
            if (answer.isEmpty()) {
                return decided == 0 ? advise() : end(items.size() - decided, true);
            }
            decided += answer.get() ? 1 : 0;
        }
        return end(items.size() - decided, decided > 0);
    }

    /**
     * Asks about an item until the answer is possible. Returns whether it was decided; empty if nobody answers, {@code null} if
     * the user interrupts.
     */
    private @Nullable Optional<Boolean> ask(TestBatch batch, UnresolvedItem item) {
        while (true) {
            Optional<String> answer = environment.ask(shown(ItemWords.of(item)) + ": ids of its runs, " + NOTHING
                    + " if nothing was started, or nothing to leave it?");
            if (answer == null) {
                return null;
            }
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            String text = answer.get().strip();
            if (text.isEmpty()) {
                return Optional.of(false);
            }
            ItemResolution resolution = text.equalsIgnoreCase(NOTHING)
                    ? ItemResolution.notStarted(item.item())
                    : ItemResolution.runs(item.item(), List.of(SEPARATORS.split(text)));
            try {
                if (!record(batch, List.of(resolution))) {
                    return null;
                }
                confirm(item, resolution);
                return Optional.of(true);
            } catch (ResolutionException e) {
                Problems.of(spec.commandLine()).report(e);
            }
        }
    }

    private void confirm(UnresolvedItem item, ItemResolution resolution) {
        environment.terminal().print(shown(ItemWords.of(item) + ": " + effect(item, resolution)));
    }

    private static String effect(UnresolvedItem item, ItemResolution resolution) {
        if (!resolution.runs().isEmpty()) {
            return Text.printable("its runs are " + String.join(", ", resolution.runs()));
        }
        if (!item.known().isEmpty()) {
            return "nothing more was started";
        }
        return "nothing was started, so the batch triggers it again when it is resumed, "
                + (item.repeatableUntil() == null
                        ? "with a new key, since the service may have forgotten the old one"
                        : "with the same key before " + UnresolvedLines.time(item.repeatableUntil())
                                + " and with a new one later");
    }

    private int end(int open, boolean isChanged) throws IOException {
        Terminal terminal = environment.terminal();
        if (open > 0) {
            terminal.print(Text.count(open, "item") + (open == 1 ? " is" : " are") + " still unknown.");
        }
        if (isChanged) {
            terminal.print("To resume this batch: " + resumption());
        }
        return open > 0 ? ExitCode.INCOMPLETE : ExitCode.PASSED;
    }

    private int interrupted() {
        environment.terminal().print("Interrupted. Decisions that were not confirmed may not have been recorded.");
        return ExitCode.INTERRUPTED;
    }

    private String resumption() throws IOException {
        return JournalReport.read(journal).isOfGate() ? Advice.resumeGate(journal) : Advice.resume(journal);
    }
}
