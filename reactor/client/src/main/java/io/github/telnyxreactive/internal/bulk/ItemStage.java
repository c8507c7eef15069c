package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.internal.runs.RunBook;

/** How far an item of a batch has come. */
sealed interface ItemStage {

    /** Returns how many runs may be under way because of the item. */
    int underWay();

    /** It waits until its runs may be started. */
    record Waiting() implements ItemStage {

        @Override
        public int underWay() {
            return 0;
        }
    }

    /**
     * The journal is told that it is about to be triggered.
     *
     * @param underWay how many runs are expected
     */
    record Beginning(int underWay) implements ItemStage {}

    /**
     * It is being triggered.
     *
     * @param underWay how many runs are expected
     */
    record Triggering(int underWay) implements ItemStage {}

    /**
     * Its runs are followed.
     *
     * @param book what is known of them
     */
    record Following(RunBook book) implements ItemStage {

        @Override
        public int underWay() {
            return book.underWay();
        }
    }

    /** The batch does nothing more for it. */
    record Ended() implements ItemStage {

        @Override
        public int underWay() {
            return 0;
        }
    }
}
