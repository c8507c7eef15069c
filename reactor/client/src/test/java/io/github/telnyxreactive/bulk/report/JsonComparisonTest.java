package io.github.telnyxreactive.bulk.report;

import static io.github.telnyxreactive.bulk.report.Reports.failed;
import static io.github.telnyxreactive.bulk.report.Reports.passed;
import static io.github.telnyxreactive.bulk.report.Reports.report;
import static io.github.telnyxreactive.bulk.report.Reports.suite;
import static io.github.telnyxreactive.bulk.report.Reports.test;
import static io.github.telnyxreactive.bulk.report.Reports.withVersion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.json.TelnyxJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JsonComparisonTest {

    @Test
    void writesHostileText() throws IOException {
        String json = json(ReportComparison.of(Reports.hostile(), Reports.report()));

        assertThat(TelnyxJson.read(json, JsonNode.class).get("tests")).isNotEmpty();
    }

    @Test
    void writesTheFieldsInOrder() throws IOException {
        ReportComparison comparison = ReportComparison.of(
                report(withVersion(suite("s", passed("a")), "v1")),
                report(suite("s", failed("a")), test("t", passed("t"))));

        assertThat(json(comparison)).isEqualTo("""
                        {"format":"telnyx-batch-comparison","version":1,"worse":true,\
                        "earlier":{"batch_id":"nightly","started_at":"2026-11-20T10:30:00.123456+01:00",\
                        "verdict":"passed","main_version":false,"version_ids":["v1"],"runs":1,\
                        "runs_of_unknown_tests":0,"passed":1,"tests_not_started":0,"pass_rate_percent":100.0},\
                        "later":{"batch_id":"nightly","started_at":"2026-11-20T10:30:00.123456+01:00",\
                        "verdict":"failed","main_version":true,"version_ids":[],"runs":2,\
                        "runs_of_unknown_tests":0,"passed":1,"tests_not_started":0,"pass_rate_percent":50.0},\
                        "totals":{"broken":1,"unknown":0,"flaky":0,"mended":0,"new":1,"gone":0,"still_failed":0,\
                        "still_passed":0,"lost_passes":0},\
                        "tests":[{"change":"broken","kind":"suite","suite":"s","test_id":"id-a","test_name":"a",\
                        "earlier":{"outcome":"passed","passed":1,"failed":0,"unknown":0,"not_started":0},\
                        "later":{"outcome":"failed","passed":0,"failed":1,"unknown":0,"not_started":0}},\
                        {"change":"new","kind":"test","suite":null,"test_id":"t","test_name":"name of t",\
                        "earlier":null,\
                        "later":{"outcome":"passed","passed":1,"failed":0,"unknown":0,"not_started":0}}]}""");
    }

    @Test
    void anErrorOfTheStreamIsThrownAsItIs() {
        IOException full = new IOException("no space left");
        OutputStream out = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw full;
            }
        };
        ReportComparison comparison = ReportComparison.of(report(), report());

        assertThatThrownBy(() -> JsonComparison.write(comparison, out)).isSameAs(full);
    }

    static String json(ReportComparison comparison) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonComparison.write(comparison, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
