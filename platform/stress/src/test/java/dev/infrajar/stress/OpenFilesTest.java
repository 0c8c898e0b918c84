// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OpenFilesTest {
    private static final String LIMITS = """
            Limit                     Soft Limit           Hard Limit           Units
            Max processes             127000               127000               processes
            Max open files            1024                 524288               files
            """;

    @Test
    void readsTheSoftLimit() {
        assertThat(OpenFiles.limit(LIMITS)).hasValue(1024);
        assertThat(OpenFiles.limit("Max open files   unlimited  unlimited  files\n"))
                .isEmpty();
        assertThat(OpenFiles.limit("")).isEmpty();
    }

    @Test
    void saysWhatToDoWhenConnectionsDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenFiles.require(1000, OptionalLong.of(1024)))
                .withMessageContaining("ulimit -n");
        assertThatCode(() -> OpenFiles.require(960, OptionalLong.of(1024))).doesNotThrowAnyException();
        assertThatCode(() -> OpenFiles.require(60_000, OptionalLong.empty())).doesNotThrowAnyException();
    }
}
