package io.github.telnyxreactive.cli.internal.command.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.PossiblyDoubledException;
import io.github.telnyxreactive.bulk.RunLimitException;
import io.github.telnyxreactive.bulk.TriggerExpiredException;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.NotStarted;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.cli.Reports;
import io.github.telnyxreactive.cli.internal.state.StopReason;
import io.github.telnyxreactive.error.ApiErrors;
import io.github.telnyxreactive.error.BadRequestException;
import io.github.telnyxreactive.error.DeadlineExceededException;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.InternalServerException;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.PermissionDeniedException;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.error.RateLimitException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.error.UnprocessableEntityException;
import io.github.telnyxreactive.http.RateLimitHeaders;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which advice fits which end of a batch. */
class RemainderTest {

    private static final String RESUME = "To resume this batch: telnyx-batch run --resume j";
    private static final String REST = "Stopped because of --fail-fast. To run the rest: telnyx-batch run --resume j";
    private static final String CORRECT =
            "What was refused would be refused again: correct that, and run it in a new batch.";
    private static final String DECIDE =
            "What became of 1 item can only be decided by a person: telnyx-batch resolve j";
    private static final String ASK =
            "What became of 1 item is not known while the service refuses it: correct that and"
                    + " resume the batch, or decide it: telnyx-batch resolve j";
    private static final String RAISE =
            "To resume this batch, raise --max-runs: telnyx-batch run --resume j --max-runs NUMBER";

    private static final FailedCall CALL = FailedCall.none();
    private static final JournalLocation JOURNAL = new JournalLocation(Path.of("j"), true);

    /** The errors by their names here. */
    private static final Map<String, Throwable> CAUSES = causes();

    private static Map<String, Throwable> causes() {
        Map<String, Throwable> causes = new HashMap<>();
        causes.put("400", new BadRequestException(CALL, ApiErrors.none()));
        causes.put("401", new UnauthorizedException(CALL, ApiErrors.none()));
        causes.put("403", new PermissionDeniedException(CALL, ApiErrors.none()));
        causes.put("404", new NotFoundException(CALL, ApiErrors.none()));
        causes.put("422", new UnprocessableEntityException(CALL, ApiErrors.none()));
        causes.put("429", new RateLimitException(CALL, ApiErrors.none(), new RateLimitHeaders(null, null, null)));
        causes.put("500", new InternalServerException(CALL, Delivery.UNKNOWN, ApiErrors.none()));
        causes.put("invalid", new IllegalArgumentException("it is invalid"));
        causes.put(
                "certificate", TransportException.permanent(CALL, "?", "?", new CertificateException("self-signed")));
        causes.put("reset", TransportException.notSent(CALL, "?", new IOException("reset")));
        causes.put(
                "deadline after 403",
                new DeadlineExceededException(CALL, Delivery.REJECTED, Duration.ZERO, causes.get("403")));
        causes.put(
                "deadline after 500",
                new DeadlineExceededException(CALL, Delivery.UNKNOWN, Duration.ZERO, causes.get("500")));
        causes.put("deadline of the batch", new PollingDeadlineException(Duration.ofHours(1), List.of()));
        causes.put("stopped", new ItemRefusedException("it was not triggered, since the batch was stopped before"));
        causes.put("over budget", new RunLimitException("it was not triggered: its 2 runs would be more (maxRuns)"));
        causes.put("too late", new TriggerExpiredException("it was about to be triggered"));
        causes.put("doubled", new PossiblyDoubledException(List.of("r")));
        causes.put("other account", new JournalException(JournalException.Reason.OTHER_ACCOUNT, "?"));
        causes.put("full disk", new JournalException(JournalException.Reason.UNWRITABLE, "?"));
        return causes;
    }

    private static String advice(StopReason reason, ReportedItem... items) {
        return String.join(" / ", Remainder.of(Reports.of(items), CAUSES).advice(reason, JOURNAL.advice(), JOURNAL));
    }

    private static String golden(String advice) {
        return String.join(
                " / ",
                Arrays.stream(advice.split(" and "))
                        .map(word -> switch (word) {
                            case "resume" -> RESUME;
                            case "correct" -> CORRECT;
                            case "ask" -> ASK;
                            case "raise" -> RAISE;
                            default -> DECIDE;
                        })
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "400, correct",
        "401, correct",
        "403, correct",
        "404, correct",
        "422, correct",
        "invalid, correct",
        "certificate, correct",
        "deadline after 403, correct",
        "other account, correct",
        "429, resume",
        "500, resume",
        "reset, resume",
        "deadline after 500, resume",
        "stopped, resume",
        "over budget, raise",
        "full disk, resume",
        "not triggered before the deadline; allow more time with --deadline, resume"
    })
    void anItemThatWasNotTriggered(String problem, String advice) {
        ReportedItem item = Reports.suite("s", ItemOutcome.NOT_TRIGGERED, problem);

        assertThat(advice(null, item)).isEqualTo(golden(advice));
        // What ran already makes no difference.
        ReportedItem passed = Reports.suite("t", Reports.run("1", TestRunStatus.PASSED));
        assertThat(advice(null, passed, item)).isEqualTo(golden(advice));
    }

    @ParameterizedTest
    @CsvSource({
        "too late, decide",
        "doubled, decide",
        // Repeated with the same key, it may be found.
        "500, resume",
        "stopped, resume",
        "no response to its trigger was recorded; resume the batch to find out, resume"
    })
    void anItemOfWhichTheOutcomeIsUnknown(String problem, String advice) {
        ReportedItem unknown = Reports.suite("s", ItemOutcome.UNKNOWN, problem);
        ReportedItem partly = Reports.triggered(BatchItem.Kind.SUITE, "s")
                .problem(problem)
                .runs(List.of(Reports.run("1", TestRunStatus.PASSED)))
                .build();

        assertThat(advice(null, unknown)).isEqualTo(golden(advice));
        assertThat(advice(null, partly)).isEqualTo(golden(advice));
    }

    @ParameterizedTest
    @ValueSource(strings = {"400", "403", "404", "422", "certificate", "deadline after 403"})
    void anUnknownItemWhoseRepetitionIsRefused(String problem) {
        ReportedItem unknown = Reports.suite("s", ItemOutcome.UNKNOWN, problem);
        ReportedItem refused = Reports.suite("t", ItemOutcome.NOT_TRIGGERED, "422");
        ReportedItem late = Reports.suite("u", ItemOutcome.UNKNOWN, "too late");

        assertThat(advice(null, unknown)).isEqualTo(ASK);
        assertThat(advice(null, unknown, refused, late)).isEqualTo(golden("correct and ask and decide"));
    }

    @ParameterizedTest
    @CsvSource({"404, correct", "403, correct", "500, resume", "deadline of the batch, resume"})
    void aRunThatWasGivenUp(String problem, String advice) {
        assertThat(advice(null, Reports.suite("s", Reports.givenUp("1", problem))))
                .isEqualTo(golden(advice));
    }

    @Test
    void aRunThatHasNotEnded() {
        ReportedRun open = Reports.run("1", TestRunStatus.RUNNING);

        assertThat(advice(StopReason.INTERRUPTED, Reports.suite("s", open))).isEqualTo(RESUME);
    }

    @ParameterizedTest
    @CsvSource({"404, correct", "stopped, resume"})
    void aTestOfASuiteThatWasRefused(String problem, String advice) {
        ReportedItem suite = Reports.suiteWithout("s", List.of(new NotStarted("t", null, problem)));

        assertThat(advice(null, suite)).isEqualTo(golden(advice));
    }

    @Test
    void aFastFailureLeavesTheRest() {
        ReportedItem failed = Reports.suite("s", Reports.run("1", TestRunStatus.FAILED));
        ReportedItem left = Reports.suite("t", ItemOutcome.NOT_TRIGGERED, StopReason.FAIL_FAST.problem());

        assertThat(advice(StopReason.FAIL_FAST, failed, left)).isEqualTo(REST);
        ReportedItem more = Reports.suite("u", ItemOutcome.NOT_TRIGGERED, "over budget");
        assertThat(advice(StopReason.FAIL_FAST, failed, left, more))
                .isEqualTo(
                        "Stopped because of --fail-fast. To run the rest, raise --max-runs: telnyx-batch run --resume j"
                                + " --max-runs NUMBER");
    }

    @ParameterizedTest
    @CsvSource({
        "422, 500, resume",
        "500, over budget, raise",
        "422, too late, correct and decide",
        "500, too late, resume and decide"
    })
    void severalCauses(String first, String second, String advice) {
        ReportedItem one = Reports.suite("s", ItemOutcome.NOT_TRIGGERED, first);
        ReportedItem other =
                Reports.suite("t", second.equals("too late") ? ItemOutcome.UNKNOWN : ItemOutcome.NOT_TRIGGERED, second);

        assertThat(advice(null, one, other)).isEqualTo(golden(advice));
    }
}
