package io.github.telnyxreactive.cli.internal.command.definitions;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.definitions.yaml.YamlDocument;
import io.github.telnyxreactive.cli.internal.command.definitions.yaml.YamlException;
import io.github.telnyxreactive.cli.internal.command.definitions.yaml.YamlReader;
import io.github.telnyxreactive.internal.file.TargetFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A folder of definitions. */
final class Folder {

    private final Path root;

    /** The files that were found, by name. Where the locale has no such letters, no path can be made of a name. */
    private final Map<String, Path> found = new HashMap<>();

    Folder(Path root) {
        this.root = root;
    }

    boolean exists() {
        return Files.isDirectory(root);
    }

    /** Returns whether there is a folder for a kind, even if it is empty. */
    boolean has(Kind kind) {
        return Files.isDirectory(root.resolve(kind.name()));
    }

    /** Returns the paths of all files, with slashes, in order. */
    List<String> files() {
        if (!Files.exists(root)) {
            return List.of();
        }
        if (!exists()) {
            throw new CommandException(root + " is not a folder");
        }
        try (Stream<Path> files = Files.walk(root)) {
            found.clear();
            files.filter(file -> !Files.isDirectory(file)).forEach(file -> found.put(name(file), file));
            return found.keySet().stream().sorted().toList();
        } catch (IOException e) {
            throw new CommandException("could not read the folder " + root + ": " + reason(e), e);
        } catch (UncheckedIOException e) {
            throw new CommandException("could not read the folder " + root + ": " + reason(e.getCause()), e);
        }
    }

    /** Its text depends on the locale, unlike that of a URI. */
    private String name(Path file) {
        return root.toUri().relativize(file.toUri()).getPath();
    }

    private Path path(String file) {
        Path known = found.get(file);
        return known == null ? root.resolve(file) : known;
    }

    /**
     * Reads the definitions of some kinds.
     *
     * @param problems receives what is wrong with each file that cannot be read
     */
    List<Definition> read(Set<Kind> kinds, Consumer<String> problems) {
        List<Definition> definitions = new ArrayList<>();
        for (String file : files()) {
            Kind kind = FileNames.kind(file);
            if (kind == null && isMisplaced(file)) {
                problems.accept(file + ": is in none of the folders " + Arrays.toString(Kind.values()));
            } else if (kind != null && kinds.contains(kind)) {
                read(kind, file, definitions, problems);
            }
        }
        return definitions;
    }

    private static boolean isMisplaced(String file) {
        boolean hidden = file.startsWith(".") || file.contains("/.");
        return !hidden && (file.endsWith(FileNames.EXTENSION) || file.endsWith(".yml"));
    }

    private void read(Kind kind, String file, List<Definition> definitions, Consumer<String> problems) {
        try {
            YamlDocument document = YamlReader.read(text(path(file)), Kind.TAGS);
            definitions.add(new Definition(kind, file, document));
        } catch (YamlException e) {
            problems.accept(file + ":" + e.position() + ": " + e.getMessage());
        } catch (CharacterCodingException e) {
            problems.accept(file + ": is not encoded in UTF-8");
        } catch (IOException e) {
            problems.accept(file + ": could not be read: " + reason(e));
        }
    }

    private static String text(Path file) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
    }

    /**
     * Writes a file, unless it is the same already. Its new content replaces the old one at once. Only its owner may read it.
     *
     * @return whether it was written
     */
    boolean write(String file, String text) {
        Path target = path(file);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
                return false;
            }
            TargetFile.replace(target, out -> out.write(bytes));
            return true;
        } catch (IOException e) {
            throw new CommandException("could not write " + target + ": " + reason(e), e);
        }
    }

    void delete(String file) {
        try {
            Files.delete(path(file));
        } catch (IOException e) {
            throw new CommandException("could not delete " + path(file) + ": " + reason(e), e);
        }
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : failure.getClass().getSimpleName() + ", " + message;
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
