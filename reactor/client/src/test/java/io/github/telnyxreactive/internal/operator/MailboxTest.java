package io.github.telnyxreactive.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private final List<String> done = new ArrayList<>();
    private final Mailbox mailbox = new Mailbox(() -> done.add("after"));

    @Test
    void runsATaskAtOnceAndTheFollowUpAfterIt() {
        mailbox.execute(() -> done.add("a"));
        assertThat(done).containsExactly("a", "after");
        mailbox.execute(() -> done.add("b"));

        assertThat(done).containsExactly("a", "after", "b", "after");
    }

    @Test
    void runsATaskSubmittedByATaskAfterIt() {
        mailbox.execute(() -> {
            mailbox.execute(() -> {
                done.add("b");
                mailbox.execute(() -> done.add("d"));
            });
            mailbox.execute(() -> done.add("c"));
            done.add("a");
        });

        assertThat(done).containsExactly("a", "after", "b", "after", "c", "after", "d", "after");
    }

    @Test
    void runsATaskSubmittedByTheFollowUpAfterIt() {
        List<String> order = new ArrayList<>();
        Mailbox[] own = new Mailbox[1];
        own[0] = new Mailbox(() -> {
            if (order.size() == 1) {
                own[0].execute(() -> order.add("b"));
                order.add("after a");
            }
        });
        own[0].execute(() -> order.add("a"));

        assertThat(order).containsExactly("a", "after a", "b");
    }

    @Test
    void doesNotOverflowTheStackWithALongChainOfTasks() {
        List<Integer> order = new ArrayList<>();
        chain(order, 100_000);

        assertThat(order).hasSize(100_000);
    }

    private void chain(List<Integer> order, int left) {
        mailbox.execute(() -> {
            order.add(left);
            if (left > 1) {
                chain(order, left - 1);
            }
        });
    }

    @Test
    void runsTheTasksOfManyThreadsSeriallyInTheOrderOfEachThread() throws Exception {
        int threads = 8;
        int each = 20_000;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        int[] afterEach = new int[1];
        int[] last = new int[threads];
        List<String> wrong = new ArrayList<>();
        CountDownLatch ran = new CountDownLatch(threads * each);
        // Only the mailbox makes it safe for many threads to use the numbers and the list.
        Mailbox shared = new Mailbox(() -> {
            afterEach[0]++;
            ran.countDown();
        });
        try {
            IntStream.range(0, threads)
                    .forEach(thread -> executor.execute(() -> {
                        for (int i = 1; i <= each; i++) {
                            int number = i;
                            shared.execute(() -> {
                                if (last[thread] != number - 1) {
                                    wrong.add(thread + ": " + number + " after " + last[thread]);
                                }
                                last[thread] = number;
                            });
                        }
                    }));
            ran.await();
        } finally {
            executor.shutdownNow();
        }

        assertThat(wrong).isEmpty();
        assertThat(last).containsOnly(each);
        assertThat(afterEach[0]).isEqualTo(threads * each);
    }

    @Test
    void doesNotBlockWhileAnotherThreadRunsTasks() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(2);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        Mailbox shared = new Mailbox(ended::countDown);
        List<Thread> ranOn = new ArrayList<>();
        try {
            executor.execute(() -> shared.execute(() -> {
                begun.countDown();
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            begun.await();
            shared.execute(() -> ranOn.add(Thread.currentThread()));
            assertThat(ranOn).isEmpty();
            released.countDown();
            ended.await();
        } finally {
            executor.shutdownNow();
        }

        assertThat(ranOn).hasSize(1).doesNotContain(Thread.currentThread());
    }
}
