// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DrainsTest {
    private static final ServerDefinition SERVER = Definitions.server("10.0.0.1:1", "mc.example.com");
    private static final BackendAddress FIRST = SERVER.addresses().getFirst();
    private static final BackendAddress SECOND = SERVER.addresses().getLast();

    private final Drains drains = new Drains();

    @Test
    void drainedAddressIsCoveredAndNoOther() {
        assertThat(drains.set(SERVER, Optional.of(new HostAndPort("mc.example.com", 25565)), true))
                .isTrue();

        assertThat(drains.covers(SERVER, SECOND)).isTrue();
        assertThat(drains.covers(SERVER, FIRST)).isFalse();
        assertThat(drains.has(SERVER)).isFalse();
    }

    @Test
    void drainedServerCoversAllAddressesAlsoOfItsNextVersion() {
        drains.set(SERVER, Optional.empty(), true);

        ServerDefinition edited = Definitions.server("10.0.0.3:3");
        assertThat(drains.has(edited)).isTrue();
        assertThat(drains.covers(edited, edited.addresses().getFirst())).isTrue();
    }

    @Test
    void tellsWhetherAnythingChanged() {
        assertThat(drains.set(SERVER, Optional.empty(), false)).isFalse();
        assertThat(drains.set(SERVER, Optional.empty(), true)).isTrue();
        assertThat(drains.set(SERVER, Optional.empty(), true)).isFalse();
        assertThat(drains.set(SERVER, Optional.empty(), false)).isTrue();
        assertThat(drains.has(SERVER)).isFalse();
    }

    @Test
    void namesTheAddressesThatThereAre() {
        assertThatThrownBy(() -> drains.set(SERVER, Optional.of(new HostAndPort("10.0.0.1", 2)), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("survival has no address 10.0.0.1:2; it has 10.0.0.1:1, mc.example.com:25565");
    }
}
