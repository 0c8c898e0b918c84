// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.infrajar.internal.status.motd.MotdEntry;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrebuiltAnswerTest {
    @ParameterizedTest
    @ValueSource(ints = {4, 47, 734, 735, 777})
    void isTheSameJsonAsTheDocument(int protocol) {
        MotdEntry entry = Fixtures.entry("§x§1§2§3§4§5§6a \"quote\"\n§cb", "say \"1\"", 99);
        PrebuiltAnswer answer = new PrebuiltAnswer(entry, Optional.of("data:image/png;base64,AA=="));
        PrebuiltAnswer.Numbers numbers = new PrebuiltAnswer.Numbers(-1, protocol, 5, 99);

        assertThat(JsonParser.parseString(answer.json(numbers).text()))
                .isEqualTo(answer.document(numbers).json());
    }

    @Test
    void leavesOutAnIconThatDoesNotFit() {
        PrebuiltAnswer.Numbers numbers = new PrebuiltAnswer.Numbers(47, 47, 5, 99);
        String tooLong = "data:image/png;base64," + "A".repeat(32_700);

        PrebuiltAnswer answer = new PrebuiltAnswer(MotdEntry.of("text"), Optional.of(tooLong));

        assertThat(Rig.json(answer.json(numbers).text()).has("favicon")).isFalse();
        assertThat(answer.document(numbers).json().has("favicon")).isFalse();
    }
}
