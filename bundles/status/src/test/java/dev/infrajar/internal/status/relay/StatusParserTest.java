// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.status.document.StatusDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class StatusParserTest {
    private static final String PLAYERS = "\"players\":{\"max\":20,\"online\":5}";
    private static final String VERSION = "\"version\":{\"name\":\"x\",\"protocol\":47}";

    static final List<Map.Entry<String, String>> BROKEN = List.of(
            Map.entry("", "the answer ends within its JSON"),
            Map.entry("{\"version\":{", "the answer ends within its JSON"),
            Map.entry("nonsense", "the answer is not valid JSON"),
            Map.entry("{" + VERSION + "," + PLAYERS + "} more", "the answer is not valid JSON"),
            Map.entry("[".repeat(10_000), "the answer is not valid JSON"),
            Map.entry("[1]", "the answer is not a JSON object"),
            Map.entry("\"text\"", "the answer is not a JSON object"),
            Map.entry("{}", "the answer has no valid version"),
            Map.entry("{" + PLAYERS + "}", "the answer has no valid version"),
            Map.entry("{\"version\":1," + PLAYERS + "}", "the answer has no valid version"),
            Map.entry("{\"version\":{\"protocol\":\"47\"}," + PLAYERS + "}", "the answer has no valid version"),
            Map.entry("{" + VERSION + "}", "the answer has no valid players"),
            Map.entry("{" + VERSION + ",\"players\":null}", "the answer has no valid players"),
            Map.entry("{" + VERSION + ",\"players\":{\"max\":1}}", "the answer has no valid players"),
            Map.entry("{" + VERSION + ",\"players\":{\"max\":1,\"online\":1.5}}", "the answer has no valid players"),
            Map.entry("{" + VERSION + ",\"players\":{\"max\":1,\"online\":1e99}}", "the answer has no valid players"),
            Map.entry(
                    "{" + VERSION + ",\"players\":{\"max\":1,\"online\":1e999999999}}",
                    "the answer has no valid players"));

    @ParameterizedTest
    @FieldSource("BROKEN")
    void saysWhatIsWrong(Map.Entry<String, String> broken) {
        assertThat(StatusParser.parse(broken.getKey())).isEqualTo(new Relayed.Unusable(broken.getValue()));
    }

    @Test
    void answerNeedsNoDescriptionAndNoVersionName() {
        Relayed parsed = StatusParser.parse("{\"version\":{\"protocol\":47}," + PLAYERS + "}");

        StatusDocument document = ((Relayed.Answer) parsed).document();
        assertThat(document.versionName()).isEmpty();
        assertThat(document.protocol()).isEqualTo(47);
        assertThat(document.online()).isEqualTo(5);
        assertThat(document.max()).isEqualTo(20);
    }

    @Test
    void rawLineBreakIsWrittenWithItsEscape() {
        Relayed parsed = StatusParser.parse("{" + VERSION + "," + PLAYERS + ",\"description\":\"a\nb\"}");

        assertThat(((Relayed.Answer) parsed).document().toText()).contains("\"description\":\"a\\nb\"");
    }
}
