// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.format.NamedTextColor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DescriptionsTest {
    private static final int FIRST_WITH_ALL_COLOURS = 735;

    @Test
    void sectionSignsBecomeAComponent() {
        assertThat(Descriptions.ofSections("§cServer unreachable"))
                .isEqualTo(Component.text("Server unreachable", NamedTextColor.RED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"§x§1§2§3§4§5§6free", "§#123456free"})
    void freeColoursStayForClientsThatKnowThem(String text) {
        Component component = Descriptions.ofSections(text);

        assertThat(Descriptions.toJson(component, FIRST_WITH_ALL_COLOURS))
                .isEqualTo(json("{\"text\":\"free\",\"color\":\"#123456\"}"));
        assertThat(Descriptions.toJson(component, FIRST_WITH_ALL_COLOURS - 1).toString())
                .doesNotContain("#");
    }

    @Test
    void plainStringOfABackendIsReadWithItsSectionSigns() {
        assertThat(Descriptions.ofJson(json("\"§ahello\""))).isEqualTo(Component.text("hello", NamedTextColor.GREEN));
    }

    @Test
    void missingDescriptionIsEmpty() {
        assertThat(Descriptions.ofJson(null)).isEqualTo(Component.empty());
        assertThat(Descriptions.ofJson(json("null"))).isEqualTo(Component.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"nothing\":1}", "[]", "{\"text\":\"x\",\"font\":\"NO KEY\"}", "{\"text\":{}}"})
    void descriptionThatMeansNothingIsEmpty(String json) {
        assertThat(Descriptions.ofJson(json(json))).isEqualTo(Component.empty());
    }

    @Test
    void legacyLineHasSixteenColoursNoBreakAndNoSeparator() {
        Component text = Descriptions.ofSections("§x§f§f§5§5§5§5one\n§ltwo\0");

        assertThat(Descriptions.toLegacyLine(text)).isEqualTo("§cone §ltwo");
    }

    private static JsonElement json(String text) {
        return JsonParser.parseString(text);
    }
}
