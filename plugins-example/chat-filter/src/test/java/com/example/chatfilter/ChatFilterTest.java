// SPDX-License-Identifier: Apache-2.0
package com.example.chatfilter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.event.ChatDecision;
import dev.infrajar.api.event.ChatEvent;
import dev.infrajar.tck.plugin.FakePlayer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatFilterTest {
    private final ChatFilter filter =
            new ChatFilter(new WordList(Set.of("dupe")), new WordList(Set.of("heck", "größe")));

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allowsOtherWords(boolean signed) {
        assertThat(says("costs $5 \\o/", signed)).isEqualTo(ChatDecision.allow());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void deniesForbiddenWords(boolean signed) {
        assertThat(says("let us DUPE it", signed)).isInstanceOf(ChatDecision.Deny.class);
    }

    @Test
    void masksRudeWords() {
        assertThat(says("What the Heck, $5? Größe!", false))
                .isEqualTo(ChatDecision.modify("What the ****, $5? *****!"));
    }

    @Test
    void refusesRudeWordsThatAreSigned() {
        assertThat(says("what the heck", true)).isInstanceOf(ChatDecision.Deny.class);
    }

    @Test
    void leavesLongerWordsAlone() {
        assertThat(says("a heckler", false)).isEqualTo(ChatDecision.allow());
    }

    private ChatDecision says(String message, boolean signed) {
        return filter.onChat(new ChatEvent(FakePlayer.named("Steve"), message, signed));
    }
}
