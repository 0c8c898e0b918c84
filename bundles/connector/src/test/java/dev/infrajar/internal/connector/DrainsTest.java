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
        assertThat(drains.add(SERVER, Optional.of(new HostAndPort("mc.example.com", 25565))))
                .isTrue();

        assertThat(drains.covers(SERVER, SECOND)).isTrue();
        assertThat(drains.covers(SERVER, FIRST)).isFalse();
        assertThat(drains.has(SERVER)).isFalse();
    }

    @Test
    void drainedServerCoversAllAddressesAlsoOfItsNextVersion() {
        drains.add(SERVER, Optional.empty());

        ServerDefinition edited = Definitions.server("10.0.0.3:3");
        assertThat(drains.has(edited)).isTrue();
        assertThat(drains.covers(edited, edited.addresses().getFirst())).isTrue();
    }

    @Test
    void tellsWhetherAnythingChanged() {
        assertThat(drains.remove(SERVER.id(), Optional.empty())).isEmpty();
        assertThat(drains.add(SERVER, Optional.empty())).isTrue();
        assertThat(drains.add(SERVER, Optional.empty())).isFalse();
        assertThat(drains.remove(SERVER.id(), Optional.empty())).containsExactly(FIRST, SECOND);
        assertThat(drains.has(SERVER)).isFalse();
    }

    @Test
    void whatLeftTheConfigurationCanBeUndrained() {
        drains.add(SERVER, Optional.of(SECOND.target()));

        assertThat(drains.remove("another", Optional.of(SECOND.target()))).isEmpty();
        assertThat(drains.remove(SERVER.id(), Optional.of(FIRST.target()))).isEmpty();
        assertThat(drains.remove(SERVER.id(), Optional.of(SECOND.target()))).containsExactly(SECOND);
        assertThat(drains.covers(SERVER, SECOND)).isFalse();
    }

    @Test
    void undrainedServerHasNoDrainedAddressLeft() {
        drains.add(SERVER, Optional.of(FIRST.target()));
        drains.add(SERVER, Optional.of(SECOND.target()));

        assertThat(drains.remove(SERVER.id(), Optional.empty())).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(drains.covers(SERVER, FIRST)).isFalse();
        assertThat(drains.covers(SERVER, SECOND)).isFalse();
    }

    @Test
    void namesTheAddressesThatThereAre() {
        assertThatThrownBy(() -> drains.add(SERVER, Optional.of(new HostAndPort("10.0.0.1", 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("survival has no address 10.0.0.1:2; it has 10.0.0.1:1, mc.example.com:25565");
    }
}
