package io.github.telnyxreactive.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.internal.gate.CanaryChange.Kind;
import io.github.telnyxreactive.internal.json.JsonCodec;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeploy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The request for each existing canary deploy; the candidate is {@code c}, and its share 20 percent. */
class CanaryChangeTest {

    private static CanaryChange change(String existing) {
        String deploy = "{'assistant_id':'a','created_at':'2026-01-01T00:00:00Z','updated_at':'2026-01-01T00:00:00Z',"
                + existing + "}";
        return CanaryChange.of(TelnyxJson.read(deploy.replace('\'', '"'), CanaryDeploy.class), "c", 20);
    }

    private static void assertSent(CanaryChange change, Kind kind, String body) {
        assertThat(change.kind()).isEqualTo(kind);
        assertThat(JsonCodec.readTree(TelnyxJson.write(change.request())))
                .isEqualTo(JsonCodec.readTree(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void startsInTheNewerForm() {
        assertSent(
                CanaryChange.of(null, "c", 20),
                Kind.START,
                "{'rules':[{'serve':{'rollout':[{'version_id':'c','weight':20.0}]}}]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    'versions':[{'version_id':'x','percentage':30.0}] \
                    | {'versions':[{'version_id':'x','percentage':30.0},{'version_id':'c','percentage':20.0}]}
                    'versions':[{'version_id':'c','percentage':5.0,'k':1},{'version_id':'x','percentage':30.0}],'n':{'o':1} \
                    | {'versions':[{'version_id':'c','percentage':20.0,'k':1},{'version_id':'x','percentage':30.0}],'n':{'o':1}}
                    'rules':[{'serve':{'rollout':[{'version_id':'x','weight':30.0}],'p':2}}],'n':3 \
                    | {'rules':[{'serve':{'rollout':[{'version_id':'x','weight':30.0},{'version_id':'c','weight':20.0}],'p':2}}],'n':3}
                    'rules':[{'serve':{'rollout':[{'version_id':'c','weight':5.0},{'version_id':'x','weight':1.0},{'version_id':'c','weight':6.0}]}}] \
                    | {'rules':[{'serve':{'rollout':[{'version_id':'c','weight':20.0},{'version_id':'x','weight':1.0}]}}]}
                    'rules':[{'match':[{'attribute':'a','operator':'in','values':['b']}],'serve':{'version_id':'c'}}] \
                    | {'rules':[{'match':[{'attribute':'a','operator':'in','values':['b']}],'serve':{'version_id':'c'}},{'serve':{'rollout':[{'version_id':'c','weight':20.0}]}}]}
                    'rules':[{'match':[{'attribute':'a','operator':'in','values':['b']}],'serve':{'version_id':'x'}},{'serve':{'rollout':[{'version_id':'c','weight':0.0}]}}] \
                    | {'rules':[{'match':[{'attribute':'a','operator':'in','values':['b']}],'serve':{'version_id':'x'}},{'serve':{'rollout':[{'version_id':'c','weight':20.0}]}}]}
                    'rules':[{'serve':{'rollout':[{'version_id':'x','weight':30.0}]}}],'versions':[{'version_id':'x','percentage':30.0}] \
                    | {'versions':[{'version_id':'x','percentage':30.0},{'version_id':'c','percentage':20.0}]}
                    'rules':[{'serve':{'rollout':[{'version_id':'x','weight':40.0}]}}],'versions':[{'version_id':'x','percentage':30.0}] \
                    | {'rules':[{'serve':{'rollout':[{'version_id':'x','weight':40.0},{'version_id':'c','weight':20.0}]}}]}
                    'x':1 \
                    | {'rules':[{'serve':{'rollout':[{'version_id':'c','weight':20.0}]}}],'x':1}
                    'versions':[{'version_id':'c','percentage':5.0},{'version_id':'x','percentage':76.0}] \
                    | {'versions':[{'version_id':'c','percentage':20.0},{'version_id':'x','percentage':76.0}]}
                    'rules':[{'serve':{}}] \
                    | {'rules':[{'serve':{'rollout':[{'version_id':'c','weight':20.0}]}}]}
                    'rules':null,'versions':[{'version_id':'x','percentage':30.0}],'x':null \
                    | {'versions':[{'version_id':'x','percentage':30.0},{'version_id':'c','percentage':20.0}],'x':null}
                    'rules':[{'serve':{'rollout':[{'version_id':'x','weight':30.0}]}},{'serve':{'version_id':'y'}}],'versions':[{'version_id':'x','percentage':30.0}] \
                    | {'rules':[{'serve':{'rollout':[{'version_id':'x','weight':30.0},{'version_id':'c','weight':20.0}]}},{'serve':{'version_id':'y'}}]}
                    'rules':[{'match':[{'attribute':'a','operator':'in','values':['b']}],'serve':{'rollout':[{'version_id':'x','weight':30.0}]}}],'versions':[{'version_id':'x','percentage':30.0}] \
                    | {'rules':[{'match':[{'attribute':'a','operator':'in','values':['b']}],'serve':{'rollout':[{'version_id':'x','weight':30.0}]}},{'serve':{'rollout':[{'version_id':'c','weight':20.0}]}}]}
                    """)
    void widensAndKeepsEverythingElse(String existing, String sent) {
        assertSent(change(existing), Kind.WIDEN, sent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    'versions':[{'version_id':'c','percentage':20.0}] | NOTHING | it already has 20 %
                    'versions':[{'version_id':'c','percentage':33.333}] | NOTHING | it already has 33.33 %
                    'versions':[{'version_id':'x','percentage':80.0}] | IMPOSSIBLE | other versions have 80 %, and all shares together must be below 100 %
                    'rules':[{'serve':{'rollout':[{'version_id':'c','weight':15.0},{'version_id':'c','weight':15.0}]}}] | NOTHING | it already has 30 %
                    'rules':[{'serve':{'rollout':[{'version_id':'x','weight':50.0},{'version_id':'y','weight':40.0}]}}] | IMPOSSIBLE | other versions have 90 %, and all shares together must be below 100 %
                    'rules':[{'serve':{'version_id':'c'}}] | NOTHING | a rule already serves it to everybody
                    'rules':[{'serve':{'version_id':'x'}},{'serve':{'version_id':'c'}}] | IMPOSSIBLE | a rule serves version x to everybody
                    """)
    void sendsNothingIfUnnecessaryOrImpossible(String existing, Kind kind, String description) {
        CanaryChange change = change(existing);

        assertThat(change.kind()).isEqualTo(kind);
        assertThat(change.request()).isNull();
        assertThat(change.existing()).isNotNull();
        assertThat(change.description()).isEqualTo(description);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'versions':5",
                "'rules':'all'",
                "'versions':[{'version_id':'x'}]",
                "'versions':[{'percentage':30.0}]",
                "'rules':[{}]",
                "'rules':[{'match':5,'serve':{'version_id':'x'}}]",
                "'rules':[{'serve':{'rollout':5}}]",
                "'rules':[{'serve':{'version_id':5}}]",
                "'rules':[{'serve':{'rollout':[{'version_id':'x'}]}}]",
                "'rules':[{'serve':{'rollout':[{'weight':30.0}]}}]",
                "'rules':[{'serve':{'version_id':'c'}},{'serve':{'rollout':5}}]"
            })
    void sendsNothingIfSomethingCannotBeRead(String existing) {
        CanaryChange change = change(existing);

        assertThat(change.kind()).isEqualTo(Kind.IMPOSSIBLE);
        assertThat(change.request()).isNull();
        assertThat(change.existing()).isNotNull();
        assertThat(change.description()).contains("that this library cannot read");
    }

    @Test
    void saysWhatTheShareWasBefore() {
        assertThat(change("'versions':[{'version_id':'c','percentage':5.0}]").description())
                .isEqualTo("20 % of the conversations instead of 5 %");
        assertThat(CanaryChange.of(null, "c", 20).description()).isEqualTo("20 % of the conversations");
    }
}
