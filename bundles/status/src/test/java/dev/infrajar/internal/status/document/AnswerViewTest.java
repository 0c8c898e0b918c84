// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.infrajar.api.event.StatusAnswer;
import dev.infrajar.api.event.StatusAnswer.SamplePlayer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.kyori.adventure.text.Component;
import org.junit.jupiter.api.Test;

final class AnswerViewTest {
    private static final int PROTOCOL = 774;
    private static final String RICH = """
            {"version":{"name":"Paper","protocol":774,"extra":1},
             "players":{"max":20,"online":2,
               "sample":[{"name":"§aone","id":"00000000-0000-0000-0000-000000000001","x":1},
                         {"name":"two","id":"no uuid"},{"id":"nameless"},7]},
             "description":{"translate":"motd.key","font":"a:b","with":[{"text":"w","unknown":true}],
                "hover_event":{"action":"show_text","value":"h"}},
             "favicon":"data:image/png;base64,AA==","modinfo":{"type":"FML"}}""";

    private final AnswerView view = AnswerView.of(new StatusDocument(json(RICH)));

    @Test
    void showsTheVisibleParts() {
        StatusAnswer answer = view.answer();

        assertThat(answer.versionName()).isEqualTo("Paper");
        assertThat(answer.protocol()).isEqualTo(774);
        assertThat(answer.onlinePlayers()).isEqualTo(2);
        assertThat(answer.maxPlayers()).isEqualTo(20);
        assertThat(answer.favicon()).contains("data:image/png;base64,AA==");
        assertThat(answer.sample())
                .containsExactly(new SamplePlayer("§aone", new UUID(0, 1)), new SamplePlayer("two", new UUID(0, 0)));
    }

    @Test
    void otherTextLeavesAllElseAsItWas() {
        JsonObject expected = json(RICH);
        expected.addProperty("description", "plain");

        assertThat(changedTo(view.answer().withDescription(Component.text("plain"))))
                .isEqualTo(expected);
    }

    @Test
    void otherCountsLeaveTheTextAndTheSampleAsTheyWere() {
        JsonObject expected = json(RICH);
        expected.getAsJsonObject("players").addProperty("online", 3);
        expected.getAsJsonObject("players").addProperty("max", 4);

        assertThat(changedTo(view.answer().withPlayers(3, 4))).isEqualTo(expected);
    }

    @Test
    void otherVersionLeavesItsExtraMembers() {
        JsonObject expected = json(RICH);
        expected.getAsJsonObject("version").addProperty("name", "Other");
        expected.getAsJsonObject("version").addProperty("protocol", 1);

        assertThat(changedTo(view.answer().withVersion("Other", 1))).isEqualTo(expected);
    }

    @Test
    void otherSampleReplacesTheWholeList() {
        JsonObject changed = changedTo(view.answer().withSample(List.of(new SamplePlayer("me", new UUID(0, 9)))));

        assertThat(changed.getAsJsonObject("players").get("sample"))
                .isEqualTo(
                        JsonParser.parseString("[{\"name\":\"me\",\"id\":\"00000000-0000-0000-0000-000000000009\"}]"));
    }

    @Test
    void iconCanBeReplacedAndRemoved() {
        assertThat(changedTo(view.answer().withFavicon(Optional.of("data:new")))
                        .get("favicon")
                        .getAsString())
                .isEqualTo("data:new");
        assertThat(changedTo(view.answer().withFavicon(Optional.empty())).has("favicon"))
                .isFalse();
    }

    @Test
    void viewOfABareAnswerIsEmptyWhereItIs() {
        StatusAnswer answer = AnswerView.of(
                        new StatusDocument(json("{\"version\":{\"protocol\":1},\"players\":{\"max\":1,\"online\":0}}")))
                .answer();

        assertThat(answer.description()).isEqualTo(Component.empty());
        assertThat(answer.sample()).isEmpty();
        assertThat(answer.favicon()).isEmpty();
    }

    private JsonObject changedTo(StatusAnswer after) {
        return view.changedTo(after, PROTOCOL).json();
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
