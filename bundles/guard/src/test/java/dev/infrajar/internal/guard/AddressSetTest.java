// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.transport.Cidr;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressSetTest {
    private static AddressSet set(String... blocks) {
        return new AddressSet(Stream.of(blocks).map(Cidr::parse).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0, true",
        "10.255.255.255, true",
        "9.255.255.255, false",
        "11.0.0.0, false",
        "192.168.1.1, true",
        "192.168.1.2, false",
        "::ffff:10.1.2.3, true",
        "2001:db8::1, true",
        "2001:db9::, false",
        "255.255.255.255, true",
        "::, false"
    })
    void containsTheAddressesOfItsBlocks(String address, boolean isContained) {
        AddressSet set = set("10.0.0.0/8", "10.1.0.0/16", "192.168.1.1", "2001:db8::/32", "255.255.255.255/32");

        assertThat(set.contains(InetAddress.ofLiteral(address))).isEqualTo(isContained);
    }

    @Test
    void emptySetContainsNobody() {
        assertThat(set().isEmpty()).isTrue();
        assertThat(set().contains(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
    }

    @Test
    void everybodyOfOneFamilyIsNobodyOfTheOther() {
        assertThat(set("0.0.0.0/0").contains(InetAddress.ofLiteral("203.0.113.7")))
                .isTrue();
        assertThat(set("0.0.0.0/0").contains(InetAddress.ofLiteral("2001:db8::1")))
                .isFalse();
        assertThat(set("::/0").contains(InetAddress.ofLiteral("203.0.113.7"))).isFalse();
        assertThat(set("::/0").contains(InetAddress.ofLiteral("2001:db8::1"))).isTrue();
    }

    /** Fuzz: the same answer as asking every block. Addresses lie close together, so that blocks nest and touch. */
    @Test
    void agreesWithAskingEveryBlock() throws UnknownHostException {
        Random random = new Random(20_261_122);
        for (int round = 0; round < 100; round++) {
            List<Cidr> blocks = new ArrayList<>();
            for (int i = random.nextInt(40); i > 0; i--) {
                InetAddress address = address(random);
                int bits = address.getAddress().length * Byte.SIZE;
                blocks.add(new Cidr(
                        address, random.nextInt(8) == 0 ? random.nextInt(bits + 1) : bits - random.nextInt(8)));
            }
            AddressSet set = new AddressSet(blocks);
            for (int i = 0; i < 200; i++) {
                InetAddress address = address(random);
                assertThat(set.contains(address))
                        .as("%s in %s", address, blocks)
                        .isEqualTo(blocks.stream().anyMatch(block -> block.contains(address)));
            }
        }
    }

    private static InetAddress address(Random random) throws UnknownHostException {
        byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
        bytes[0] = 0x20;
        bytes[bytes.length - 2] = (byte) random.nextInt(2);
        bytes[bytes.length - 1] = (byte) random.nextInt(256);
        return InetAddress.getByAddress(bytes);
    }
}
