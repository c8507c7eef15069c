package io.github.telnyxreactive.cli.internal.command.definitions;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.MainCommand;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.definitions.yaml.YamlWriter;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.internal.text.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what an account has to files. */
@Command(
        name = "export",
        description =
                "Writes the assistants, tests and shared tools of an account to a folder, a YAML file each, with names in"
                        + " place of ids, so that they can be kept, compared and applied to the same or another account.",
        exitCodeList = {
            "0:everything was written",
            "2:the command is invalid, or something could not be read or written",
            "130:interrupted with Ctrl-C or SIGTERM"
        })
public final class ExportCommand extends MainCommand implements Callable<Integer> {

    private static final int MAX_FILES = 5;

    private final Environment environment;

    @Mixin
    private DefinitionOptions options = new DefinitionOptions();

    @Option(names = "--force", description = "Write to the folder even if it has other files, which stay as they are.")
    private boolean force;

    @Option(names = "--prune", description = "Delete the files in it of what the account no longer has.")
    private boolean prune;

    @Option(
            names = "--mask",
            description = "Mask phone numbers, for files that others may read. They cannot be applied.")
    private boolean mask;

    /**
     * Creates the command.
     *
     * @param environment its environment
     */
    public ExportCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Folder folder = options.folder();
        if (mask && !folder.files().isEmpty()) {
            throw new CommandException(
                    folder + " has files: --mask writes to a new folder, since what it writes cannot be applied");
        }
        List<String> others = folder.files().stream()
                .filter(file -> FileNames.kind(file) == null)
                .toList();
        if (!others.isEmpty() && !force) {
            throw new CommandException(folder + " has other files: " + shown(others)
                    + "; choose a folder of its own, or write beside them with --force");
        }
        Account account;
        try (Service service = options.service(environment)) {
            account = options.await(environment, new Resources(service.client()).read(options.kinds()));
        }
        if (account == null) {
            return ExitCode.INTERRUPTED;
        }
        export(account, folder, present(folder));
        return ExitCode.PASSED;
    }

    /** Returns the files that are there, by what they define. */
    private Map<Key, List<String>> present(Folder folder) {
        List<String> problems = new ArrayList<>();
        Map<Key, List<String>> files = new TreeMap<>();
        folder.read(options.kinds(), problems::add)
                .forEach(definition -> files.computeIfAbsent(definition.key(), key -> new ArrayList<>())
                        .add(definition.file()));
        if (!problems.isEmpty() && !force) {
            problems.forEach(problem -> environment.terminal().printError("telnyx-batch: " + Text.printable(problem)));
            throw new CommandException("nothing was written: " + Text.count(problems.size(), "file")
                    + " in the folder could not be read; correct or remove them, or write beside them with --force");
        }
        // Shorter names come first, so that those with a number behind them keep their order.
        files.values()
                .forEach(same -> same.sort((one, other) -> one.length() != other.length()
                        ? Integer.compare(one.length(), other.length())
                        : one.compareTo(other)));
        return files;
    }

    private void export(Account account, Folder folder, Map<Key, List<String>> present) {
        Terminal terminal = environment.terminal();
        FileNames names = new FileNames();
        folder.files().forEach(names::take);
        Map<String, String> texts = new TreeMap<>();
        Set<Key> ambiguous = new TreeSet<>();
        for (Kind kind : options.kinds()) {
            for (Key key : account.keys(kind)) {
                List<String> files = present.getOrDefault(key, List.of());
                List<Thing> things = account.all(key);
                for (int i = 0; i < things.size(); i++) {
                    String file = i < files.size() ? files.get(i) : names.next(shown(key));
                    String text = text(account, things.get(i), ambiguous);
                    texts.put(file, mask ? Mask.phoneNumbers(text) : text);
                }
            }
        }
        long written = texts.entrySet().stream()
                .filter(file -> folder.write(file.getKey(), file.getValue()))
                .count();
        for (Key key : ambiguous) {
            terminal.printError(
                    "telnyx-batch: there are several of " + Text.printable(Mask.phoneNumbers(key.toString()))
                            + ": what refers to one of them keeps its id, which belongs to this account");
        }
        List<String> stale = present.values().stream()
                .flatMap(List::stream)
                .filter(file -> !texts.containsKey(file))
                .sorted()
                .toList();
        if (prune) {
            stale.forEach(file -> {
                folder.delete(file);
                terminal.print("deleted " + Text.printable(file));
            });
        } else if (!stale.isEmpty()) {
            terminal.printError("telnyx-batch: the account does not have what is defined by " + shown(stale)
                    + "; --prune deletes such files");
        }
        terminal.print(texts.size() + " exported to " + folder + ": " + written + " written, "
                + (texts.size() - written) + " unchanged");
        if (mask) {
            terminal.printError(
                    "telnyx-batch: phone numbers are masked, so these files are to be read: apply refuses them");
        }
    }

    private Key shown(Key key) {
        return mask ? key.masked() : key;
    }

    private static String text(Account account, Thing thing, Set<Key> ambiguous) {
        try {
            return YamlWriter.write(
                    Values.ordered(thing.kind(), account.withNames(thing.content(), (key, id) -> ambiguous.add(key))),
                    Kind.TAGS);
        } catch (IllegalArgumentException e) {
            throw new CommandException(thing.key() + " (" + thing.id() + ") " + e.getMessage(), e);
        }
    }

    private static String shown(List<String> files) {
        String first = String.join(
                ", ", files.stream().limit(MAX_FILES).map(Text::printable).toList());
        return first + (files.size() > MAX_FILES ? " and " + (files.size() - MAX_FILES) + " more" : "");
    }
}
