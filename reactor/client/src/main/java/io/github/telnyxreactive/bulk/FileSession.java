package io.github.telnyxreactive.bulk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.concurrent.Queues;

/**
 * A journal in a file while it is open. Everything is written by a thread of its own, which takes all entries that have come
 * meanwhile, and forces them to the disk together.
 */
final class FileSession implements BatchJournal.Session {

    private final JournalFile file;
    private final ExecutorService thread;
    private final Scheduler scheduler;
    private final Queue<Write> writes = Queues.<Write>unboundedMultiproducer().get();
    private final AtomicInteger left = new AtomicInteger();
    private final Sinks.Empty<Void> failure = Sinks.empty();
    private @Nullable JournalException broken;

    /** An entry to write, and who waits until it is durable. */
    private record Write(
            @Nullable JournalEntry entry, @Nullable MonoSink<Void> waiting, boolean isLast) {}

    private FileSession(JournalFile file, ExecutorService thread, Scheduler scheduler) {
        this.file = file;
        this.thread = thread;
        this.scheduler = scheduler;
    }

    /**
     * Opens a journal.
     *
     * @param path the path of the file, which is created if it does not exist
     * @return the session
     */
    static Mono<BatchJournal.Session> open(Path path) {
        return Mono.defer(() -> {
            ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
                Thread own = new Thread(task, "telnyx-journal");
                own.setDaemon(true);
                return own;
            });
            Scheduler scheduler = Schedulers.fromExecutorService(thread);
            return Mono.fromCallable(() -> JournalFile.open(path))
                    .subscribeOn(scheduler)
                    .<BatchJournal.Session>map(file -> new FileSession(file, thread, scheduler))
                    .doOnError(error -> thread.shutdown());
        });
    }

    @Override
    public Flux<JournalEntry> entries() {
        return Flux.<JournalEntry, JournalLines>generate(
                        file::entries,
                        (lines, sink) -> {
                            try {
                                JournalEntry entry = lines.next();
                                if (entry == null) {
                                    sink.complete();
                                } else {
                                    sink.next(entry);
                                }
                            } catch (IOException e) {
                                sink.error(new JournalException(
                                        "could not read the journal " + file.path() + ": " + JournalFile.reason(e), e));
                            }
                            return lines;
                        },
                        FileSession::close)
                .subscribeOn(scheduler);
    }

    private static void close(JournalLines lines) {
        try {
            lines.close();
        } catch (IOException e) {
            throw new JournalException("could not close the journal after reading it", e);
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
    public Mono<Void> failure() {
        return failure.asMono();
    }

    @Override
    public Mono<Void> close() {
        return Mono.create(sink -> submit(new Write(null, sink, true)));
    }

    private void submit(Write write) {
        writes.offer(write);
        if (left.getAndIncrement() == 0 && !thread.isShutdown()) {
            thread.execute(this::write);
        }
    }

    /** Writes what has come, and then forces it to the disk if somebody waits for that. */
    private void write() {
        int missed = left.get();
        do {
            List<Write> written = new ArrayList<>();
            boolean isForced = false;
            boolean isLast = false;
            for (Write next = writes.poll(); next != null; next = writes.poll()) {
                written.add(next);
                isForced |= next.waiting() != null;
                isLast |= next.isLast();
                append(next);
            }
            if (isForced) {
                force();
            }
            if (isLast) {
                end();
            }
            written.forEach(this::answer);
            missed = left.addAndGet(-missed);
        } while (missed != 0);
    }

    private void append(Write write) {
        JournalEntry entry = write.entry();
        if (broken == null && entry != null) {
            try {
                file.write(entry);
            } catch (IOException e) {
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
        thread.shutdown();
        try {
            file.close();
        } catch (JournalException e) {
            broken = broken == null ? e : broken;
        }
    }

    private void fail(IOException cause) {
        broken = file.failed(cause);
        failure.tryEmitError(broken);
    }

    private void answer(Write write) {
        MonoSink<Void> waiting = write.waiting();
        if (waiting != null) {
            if (broken == null) {
                waiting.success();
            } else {
                waiting.error(broken);
            }
        }
    }
}
