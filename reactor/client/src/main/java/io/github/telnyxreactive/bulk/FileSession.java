package io.github.telnyxreactive.bulk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * A journal in a file while it is open. Everything is written by a thread of its own, which takes all entries that have come
 * meanwhile, and forces them to the disk together.
 */
final class FileSession implements BatchJournal.Session {

    /** How many lines are read at a time. */
    private static final int CHUNK = 256;

    private final JournalFile file;
    private final Thread thread;
    private final Function<? super Throwable, String> description;
    private final Queue<Task> tasks = Queues.<Task>unboundedMultiproducer().get();
    private final Sinks.Empty<Void> failure = Sinks.empty();
    private @Nullable JournalException broken;
    private volatile boolean closed;

    /** What the thread has to do. */
    private sealed interface Task {}

    /** An entry to write, and who waits until it is durable. */
    private record Write(
            @Nullable JournalEntry entry, @Nullable MonoSink<Void> waiting, boolean isLast) implements Task {}

    /** Lines to read, and who waits for them. */
    private record Read(JournalReader lines, MonoSink<List<JournalEntry>> waiting) implements Task {}

    private FileSession(JournalFile file, Thread thread, Function<? super Throwable, String> description) {
        this.file = file;
        this.thread = thread;
        this.description = description;
    }

    /**
     * Opens a journal.
     *
     * @param path the path of the file
     * @param mustExist whether the file has to exist; otherwise it is created if it does not
     * @param description converts an error to one line
     * @return the session
     */
    static Mono<BatchJournal.Session> open(
            Path path, boolean mustExist, Function<? super Throwable, String> description) {
        return Mono.create(sink -> {
            Thread own = new Thread(() -> run(path, mustExist, description, sink), "telnyx-journal");
            own.setDaemon(true);
            own.start();
        });
    }

    private static void run(
            Path path,
            boolean mustExist,
            Function<? super Throwable, String> description,
            MonoSink<BatchJournal.Session> opened) {
        FileSession session;
        try {
            JournalFile file = mustExist ? JournalFile.openExisting(path) : JournalFile.open(path);
            session = new FileSession(file, Thread.currentThread(), description);
        } catch (RuntimeException | Error e) {
            opened.error(e);
            return;
        }
        opened.onCancel(() -> session.submit(new Write(null, null, true)));
        opened.success(session);
        try {
            session.work();
        } catch (RuntimeException | Error e) {
            // Whoever waits for this thread would never hear of it.
            session.die(e);
            throw e;
        }
    }

    private void die(Throwable cause) {
        closed = true;
        fail(cause);
        end();
        taken().forEach(this::reject);
    }

    /** Does what has come, and waits for more, until the journal is closed. */
    private void work() {
        while (!closed) {
            work(taken());
            if (tasks.isEmpty() && !closed) {
                LockSupport.park(this);
            }
        }
        taken().forEach(this::reject);
    }

    private List<Task> taken() {
        List<Task> taken = new ArrayList<>();
        for (Task next = tasks.poll(); next != null; next = tasks.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** Writes what has come, and then forces it to the disk if somebody waits for that. */
    private void work(List<Task> taken) {
        boolean isForced = false;
        for (Task task : taken) {
            if (task instanceof Write write) {
                append(write);
                isForced |= write.waiting() != null;
                closed |= write.isLast();
            }
        }
        if (isForced) {
            force();
        }
        if (closed) {
            end();
        }
        taken.forEach(this::answer);
    }

    @Override
    public Flux<JournalEntry> entries() {
        return Flux.using(
                this::lines,
                lines -> Mono.<List<JournalEntry>>create(sink -> submit(new Read(lines, sink)))
                        .repeat()
                        .takeUntil(List::isEmpty)
                        .concatMapIterable(read -> read, 1),
                FileSession::close);
    }

    private JournalReader lines() {
        return file.entries();
    }

    private static void close(JournalReader lines) {
        try {
            lines.close();
        } catch (IOException e) {
            throw new JournalException(
                    JournalException.Reason.UNREADABLE, "could not close the journal after reading it", e);
        }
    }

    @Override
    public Mono<Void> begin(JournalEntry.Begun entry) {
        return Mono.create(sink -> submit(new Write(entry, sink, false)));
    }

    @Override
    public void record(JournalEntry entry) {
        submit(new Write(entry, null, false));
    }

    @Override
    public String describe(Throwable error) {
        return description.apply(error);
    }

    @Override
    public Mono<Void> failure() {
        return failure.asMono();
    }

    @Override
    public Mono<Void> close() {
        return Mono.create(sink -> submit(new Write(null, sink, true)));
    }

    /** Does not block: it takes no lock. */
    private void submit(Task task) {
        if (closed) {
            reject(task);
            return;
        }
        tasks.offer(task);
        LockSupport.unpark(thread);
    }

    private void reject(Task task) {
        JournalException reason =
                new JournalException(JournalException.Reason.UNWRITABLE, "the journal " + file.path() + " is closed");
        if (task instanceof Read read) {
            read.waiting().error(reason);
        } else if (task instanceof Write write && write.waiting() != null) {
            write.waiting().error(reason);
        }
    }

    private void append(Write write) {
        JournalEntry entry = write.entry();
        if (broken == null && entry != null) {
            try {
                file.write(entry);
            } catch (IOException | RuntimeException | Error e) {
                // Whoever waits for this thread must learn of it.
                fail(e);
            }
        }
    }

    private void force() {
        if (broken == null) {
            try {
                file.force();
            } catch (IOException e) {
                fail(e);
            }
        }
    }

    private void end() {
        try {
            file.close();
        } catch (JournalException e) {
            broken = broken == null ? e : broken;
        }
    }

    private void fail(Throwable cause) {
        broken = file.failed(cause);
        failure.tryEmitError(broken);
    }

    private void answer(Task task) {
        if (task instanceof Read read) {
            read(read);
        } else if (task instanceof Write write && write.waiting() != null) {
            if (broken == null) {
                write.waiting().success();
            } else {
                write.waiting().error(broken);
            }
        }
    }

    private void read(Read read) {
        try {
            List<JournalEntry> entries = new ArrayList<>(CHUNK);
            JournalEntry next = read.lines().next();
            while (next != null) {
                entries.add(next);
                next = entries.size() < CHUNK ? read.lines().next() : null;
            }
            read.waiting().success(entries);
        } catch (IOException e) {
            read.waiting()
                    .error(new JournalException(
                            JournalException.Reason.UNREADABLE,
                            "could not read the journal " + file.path() + ": " + JournalFile.reason(e),
                            e));
        } catch (RuntimeException e) {
            read.waiting().error(e);
        }
    }
}
