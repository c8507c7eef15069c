package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.webflux.client.Upstream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The journals of the batches: one file for each, in a folder that outlives the process. Those of finished batches are moved to
 * a folder inside it, and never deleted. A simulation has no journals, because its runs end with the process.
 */
@Component
class Journals {

    private static final String ENDING = ".jsonl";
    private static final String FINISHED = "finished";
    private static final String OWNER_ALONE = "rwx------";

    /** An id comes from a request, so it must not be able to name any other file. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final boolean areKept;
    private final Path folder;
    private final Path finished;

    Journals(BatchProperties properties, Upstream upstream) {
        this.areKept = !upstream.simulated();
        this.folder = Path.of(properties.journals());
        this.finished = folder.resolve(FINISHED);
        if (areKept) {
            createFolders();
        }
    }

    private void createFolders() {
        try {
            Files.createDirectories(finished, permissions());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "could not create the folder of the journals: set telnyx.batches.journals to another", e);
        }
    }

    private static FileAttribute<?>[] permissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ALONE))
                }
                : new FileAttribute<?>[0];
    }

    /** Returns whether batches have journals. */
    boolean areKept() {
        return areKept;
    }

    /** Returns the journal of a batch that has not finished. */
    FileJournal of(String id) {
        return FileJournal.at(folder.resolve(id + ENDING)).describingErrors(ProblemText::of);
    }

    /** Reads all batches that have not finished, in the order of their start. Blocks. */
    List<SavedBatch> unfinished() {
        List<SavedBatch> all = new ArrayList<>();
        if (areKept) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(Files::isRegularFile).forEach(file -> {
                    String name = file.getFileName().toString();
                    if (name.endsWith(ENDING)) {
                        all.add(SavedBatch.read(name.substring(0, name.length() - ENDING.length()), file, false));
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException("could not list the journals: set telnyx.batches.journals", e);
            }
        }
        all.sort(Comparator.comparing(saved -> saved.head().startedAt()));
        return all;
    }

    /** Reads a batch, finished or not. Empty if there is none with this id. */
    Mono<SavedBatch> read(String id) {
        if (!areKept || !ID.matcher(id).matches()) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> {
                    Path journal = finished.resolve(id + ENDING);
                    if (Files.isRegularFile(journal)) {
                        return SavedBatch.read(id, journal, true);
                    }
                    Path open = folder.resolve(id + ENDING);
                    return Files.isRegularFile(open) ? SavedBatch.read(id, open, false) : null;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Puts the journal of a batch that has finished with the others that have. */
    Mono<Void> finish(String id) {
        if (!areKept) {
            return Mono.empty();
        }
        Path journal = folder.resolve(id + ENDING);
        return Mono.fromCallable(
                        () -> Files.move(journal, finished.resolve(id + ENDING), StandardCopyOption.ATOMIC_MOVE))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    /** Deletes the journal of a batch that has not begun. Never fails. */
    Mono<Void> discard(String id) {
        return Mono.fromCallable(() -> Files.deleteIfExists(folder.resolve(id + ENDING)))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorComplete()
                .then();
    }

    /** Removes the folder from a text, which is not for readers. */
    String withoutFolder(String text) {
        return text.replace(folder + File.separator, "");
    }
}
