// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestHeaderTest {
    @Test
    void readsPathsAttributesAndDirectives() {
        assertThat(ManifestHeader.parse("a.b;c.d;version=\"[1,2)\";x:Long=3;resolution:=optional , e"))
                .containsExactly(
                        new ManifestHeader.Clause(
                                List.of("a.b", "c.d"),
                                Map.of("version", "[1,2)", "x", "3"),
                                Map.of("resolution", "optional")),
                        new ManifestHeader.Clause(List.of("e"), Map.of(), Map.of()));
    }

    @Test
    void leavesSeparatorsInQuotesAlone() {
        assertThat(ManifestHeader.parse("a;uses:=\"b,c;d=e\",f"))
                .extracting(ManifestHeader.Clause::paths)
                .containsExactly(List.of("a"), List.of("f"));
    }

    @Test
    void hasNoClausesWithoutAHeader() {
        assertThat(ManifestHeader.parse(null)).isEmpty();
        assertThat(ManifestHeader.parse(" ")).isEmpty();
    }
}
