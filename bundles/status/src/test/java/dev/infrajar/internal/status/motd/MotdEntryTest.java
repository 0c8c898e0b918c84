// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.motd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.internal.status.Fixtures;
import dev.infrajar.internal.status.document.Descriptions;
import dev.infrajar.internal.status.document.StatusDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MotdEntryTest {
    @Test
    void refusesTextTooLongForAServerList() {
        assertThatThrownBy(() -> MotdEntry.of("x".repeat(1801)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("text has 1801 characters, must have at most 1800");
    }

    @Test
    void refusesNegativeMaximum() {
        assertThatThrownBy(() -> Fixtures.entry("x", "y", -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("max_players = -1, must be at least 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "§ax",
                "§m\0",
                "§ox§nx§k\0",
                "§k§l§m§n§ox",
                "§x§1§2§3§4§5§6x",
                "§a§k§l§m§n§ox",
                "§#123456x",
                "\u2028",
                "\0"
            })
    void everyTextThatIsAllowedFitsThePacket(String pattern) {
        String text = pattern.repeat(1800 / pattern.length());
        StatusDocument document = StatusDocument.of(
                "\0".repeat(128),
                -1,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Descriptions.toJson(Descriptions.ofSections(text), 775));

        assertThat(document.toText().length()).isLessThan(StatusDocument.MAX_CHARS);
    }
}
