package io.github.telnyxreactive.cli.internal.command.definitions;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.MainCommand;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.internal.text.Mask;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Makes an account as files say. */
@Command(
        name = "apply",
        description =
                "Compares the definitions in a folder with an account, prints what differs, and writes that alone. What"
                        + " has no definition is not touched, unless --delete is given.",
        exitCodeList = {
            "0:the account is as the definitions say",
            "1:with --dry-run: it is not",
            "2:the command or a definition is invalid, something was changed meanwhile, or a request failed",
            "130:interrupted with Ctrl-C or SIGTERM"
        })
public final class ApplyCommand extends MainCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private DefinitionOptions options = new DefinitionOptions();

    @Option(names = "--dry-run", description = "Print what would be written, but write nothing.")
    private boolean dryRun;

    @Option(
            names = "--delete",
            description =
                    "Delete what has no definition, of the kinds that have a folder. It is printed before anything is written.")
    private boolean delete;

    /**
     * Creates the command.
     *
     * @param environment its environment
     */
    public ApplyCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Folder folder = options.folder();
        Set<Kind> kinds = options.kinds().stream()
                .filter(folder::has)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        if (kinds.isEmpty()) {
            throw new CommandException(
                    folder + " has no definitions: they are in folders named assistants, tests and tools");
        }
        List<String> problems = new ArrayList<>();
        List<Definition> definitions = folder.read(options.kinds(), problems::add);
        definitions.forEach(definition -> checkNames(definition, problems::add));
        definitions.forEach(definition -> checkNumbers(definition, problems::add));
        failIfAny(problems);
        try (Service service = options.service(environment)) {
            Resources resources = new Resources(service.client());
            Account account = options.await(environment, resources.read(kinds));
            if (account == null) {
                return interrupted(null);
            }
            Plan plan = Planner.plan(account, definitions, delete ? kinds : Set.of(), problems::add);
            failIfAny(problems);
            plan.notes().forEach(this::complain);
            plan.lines(account).forEach(line -> environment.terminal().print(Mask.phoneNumbers(line)));
            environment.terminal().print(plan.summary());
            if (plan.steps().isEmpty()) {
                return ExitCode.PASSED;
            }
            return dryRun ? ExitCode.FAILED : apply(new Applier(account, resources, plan));
        }
    }

    private static void checkNames(Definition definition, Consumer<String> problems) {
        for (String field : definition.content().propertyNames()) {
            if (definition.kind().serverMade().contains(field)) {
                problems.accept(definition.problem(field, "the field \"" + field + "\" is set by the service alone"));
            }
        }
        String name = definition.kind().nameField();
        JsonNode suite = definition.content().path(Kind.SUITE);
        if (!definition.content().path(name).isString()) {
            String missing = definition.content().has(name) ? "must be a string" : "is required";
            problems.accept(definition.problem(name, "the field \"" + name + "\" " + missing));
        } else if (definition.kind() == Kind.tests && !suite.isMissingNode() && !suite.isNull() && !suite.isString()) {
            problems.accept(definition.problem(Kind.SUITE, "the field \"" + Kind.SUITE + "\" must be a string"));
        }
    }

    private static void checkNumbers(Definition definition, Consumer<String> problems) {
        definition.content().properties().forEach(field -> {
            if (Mask.isMasked(field.getKey()) || Mask.isMasked(field.getValue().toString())) {
                problems.accept(definition.problem(
                        field.getKey(), "has a masked phone number: apply what was exported without --mask"));
            }
        });
    }

    private void failIfAny(List<String> problems) {
        if (!problems.isEmpty()) {
            problems.forEach(this::complain);
            throw new CommandException(
                    "nothing was changed: " + Text.count(problems.size(), "problem") + " in the definitions");
        }
    }

    private void complain(String problem) {
        environment.terminal().printError("telnyx-batch: " + Text.printable(Mask.phoneNumbers(problem)));
    }

    private int apply(Applier applier) {
        Boolean finished;
        try {
            finished = options.await(environment, applier.run().thenReturn(true));
        } catch (RuntimeException e) {
            applier.report(e).forEach(this::complain);
            throw e;
        }
        applier.notes().forEach(this::complain);
        if (finished == null) {
            return interrupted(applier);
        }
        environment.terminal().print("Done.");
        return ExitCode.PASSED;
    }

    private int interrupted(@Nullable Applier applier) {
        Terminal terminal = environment.terminal();
        if (applier == null) {
            terminal.print("Interrupted. Nothing was changed.");
        } else {
            applier.report(null).forEach(this::complain);
            terminal.print("Interrupted. Apply again to continue: it compares anew.");
        }
        return ExitCode.INTERRUPTED;
    }
}
