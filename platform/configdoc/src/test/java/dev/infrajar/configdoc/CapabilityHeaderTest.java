// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.configdoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CapabilityHeaderTest {
    @Test
    void readsTheCapabilitiesOfANamespace() {
        String header = "osgi.service;objectClass:List<String>=\"a,b;c\";uses:=\"x,y\","
                + "dev.infrajar.config;file=proxy;record=\"p.A$B\";section=one;table=\".\", "
                + "dev.infrajar.config;section=two;effective:=active";

        assertThat(CapabilityHeader.parse(header, "dev.infrajar.config"))
                .containsExactly(
                        Map.of("file", "proxy", "record", "p.A$B", "section", "one", "table", "."),
                        Map.of("section", "two"));
    }

    @Test
    void findsNothingElsewhere() {
        assertThat(CapabilityHeader.parse("osgi.service;objectClass=\"dev.infrajar.config\"", "dev.infrajar.config"))
                .isEmpty();
    }
}
