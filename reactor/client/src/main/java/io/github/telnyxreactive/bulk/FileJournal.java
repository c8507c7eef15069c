package io.github.telnyxreactive.bulk;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * The journal of one batch in a file of JSON lines, one for each entry. What was written survives a crash of the process, and
 * what was begun also a crash of the machine: it is forced to the disk, for many items at a time. A last line that is
 * incomplete, because of a crash while it was written, is removed. It can be read by its owner alone, where
 * the file system supports that. While it is open, an empty file beside it, whose name ends in {@code .lock}, is locked, so
 * that only one process writes it.
 *
 * <p>Reading and writing happen on a thread of its own, for each session.
 */
public final class FileJournal implements BatchJournal {

    private final Path path;
    private final Function<? super Throwable, String> description;

    private FileJournal(Path path, Function<? super Throwable, String> description) {
        this.path = path;
        this.description = description;
    }

    /**
     * Creates the journal of a batch, which is new if there is no such file.
     *
     * @param path the path of the file; its folder must exist
     * @return the journal
     */
    public static FileJournal at(Path path) {
        return new FileJournal(Objects.requireNonNull(path, "path"), ErrorText::of);
    }

    /**
     * Returns a copy with the given description of errors, for the terms of a program rather than those of this library.
     *
     * @param words converts an error to one line
     * @return the new journal
     */
    public FileJournal describingErrors(Function<? super Throwable, String> words) {
        return new FileJournal(path, Objects.requireNonNull(words, "words"));
    }

    /**
     * Returns the path of the file.
     *
     * @return the path
     */
    public Path path() {
        return path;
    }

    @Override
    public Mono<Session> open() {
        return FileSession.open(path, false, description);
    }

    @Override
    public Mono<Session> openExisting() {
        return FileSession.open(path, true, description);
    }

    @Override
    public String toString() {
        return "FileJournal(" + path + ")";
    }
}
