// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrebuiltAnswerTest {
    @ParameterizedTest
    @ValueSource(ints = {4, 47, 734, 735, 777})
    void isTheSameJsonAsTheDocument(int protocol) {
        PrebuiltAnswer answer = PrebuiltAnswer.of(Fixtures.entry("§x§1§2§3§4§5§6a \"quote\"\n§cb", "say \"1\"", 99));

        assertThat(JsonParser.parseString(answer.json(protocol, 5).text()))
                .isEqualTo(answer.document(protocol, 5).json());
    }
}
