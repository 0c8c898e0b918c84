// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import static dev.infrajar.internal.bans.store.ManualClock.START;
import static dev.infrajar.internal.bans.store.SampleBans.address;
import static dev.infrajar.internal.bans.store.SampleBans.during;
import static dev.infrajar.internal.bans.store.SampleBans.permanent;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BanIndexTest {
    private static BanIndex bansOf(String... blocks) {
        List<Ban> bans = new ArrayList<>();
        for (String block : blocks) {
            bans.add(permanent(Target.address(block)));
        }
        return BanIndex.of(bans);
    }

    private static boolean isBanned(BanIndex index, InetAddress address) {
        return index.find(address, START).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3.4, 1.2.3.4, true",
        "1.2.3.4, 1.2.3.5, false",
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.1.2.3/8, 10.200.0.1, true",
        "192.168.1.128/25, 192.168.1.128, true",
        "192.168.1.128/25, 192.168.1.127, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 2001:db8::1, true",
        "::/0, 1.2.3.4, false",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1, true",
        "2001:db8::1, 2001:db8::2, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:db8:0:0:8000::/65, 2001:db8::8000:0:0:1, true",
        "2001:db8:0:0:8000::/65, 2001:db8::7000:0:0:1, false",
        "2001:db8::/127, 2001:db8::1, true",
        "2001:db8::/127, 2001:db8::2, false",
        "::ffff:1.2.3.4, 1.2.3.4, true",
        "::ffff:10.0.0.0/104, 10.9.9.9, true",
    })
    void findsAddressesInBlocks(String block, String address, boolean expected) {
        assertThat(isBanned(bansOf(block), address(address))).isEqualTo(expected);
    }

    @Test
    void takesAnIpv4AddressWrittenAsIpv6ForTheIpv4Address() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xFF;
        mapped[12] = 1;
        mapped[13] = 2;
        mapped[14] = 3;
        mapped[15] = 4;
        InetAddress address = Inet6Address.getByAddress("", mapped, -1);

        assertThat(address).isInstanceOf(Inet6Address.class);
        assertThat(isBanned(bansOf("1.2.3.4"), address)).isTrue();
        assertThat(isBanned(bansOf("1.2.0.0/16"), address)).isTrue();
        assertThat(isBanned(bansOf("1.2.3.5"), address)).isFalse();
    }

    @Test
    void findsEachOfManyBlocksAndNothingBesideThem() {
        List<Ban> bans = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            bans.add(permanent(Target.address("10." + (i >> 8) + "." + (i & 0xFF) + ".0/" + (24 + i % 9))));
        }
        BanIndex index = BanIndex.of(bans);

        for (int i = 0; i < 30_000; i++) {
            assertThat(isBanned(index, address("10." + (i >> 8) + "." + (i & 0xFF) + ".0")))
                    .isTrue();
        }
        assertThat(isBanned(index, address("10.200.0.1"))).isFalse();
        assertThat(isBanned(index, address("11.0.0.0"))).isFalse();
    }

    @Test
    void findsTheWideBlockBehindAnExpiredNarrowOne() {
        BanIndex index = BanIndex.of(List.of(
                during(Target.address("10.1.2.3"), Duration.ofSeconds(1)), permanent(Target.address("10.0.0.0/8"))));

        assertThat(index.find(address("10.1.2.3"), START.plusSeconds(1)))
                .map(Ban::target)
                .contains(Target.address("10.0.0.0/8"));
    }

    @Test
    void findsNamesInAnyCase() {
        BanIndex index = BanIndex.of(List.of(permanent(Target.name("HeroBrine"))));

        assertThat(index.find("herobrine", START)).isPresent();
        assertThat(index.find("HEROBRINE", START)).isPresent();
        assertThat(index.find("Herobrin", START)).isEmpty();
    }

    @Test
    void findsUuids() {
        UUID uuid = UUID.fromString("550e8400-e29b-41d4-a716-446655440000");
        BanIndex index = BanIndex.of(List.of(permanent(Target.player("550E8400E29B41D4A716446655440000"))));

        assertThat(index.find(uuid, START)).isPresent();
        assertThat(index.find(new UUID(1, 2), START)).isEmpty();
    }

    @Test
    void findsNothingFromTheMomentOfExpiryOn() {
        UUID uuid = new UUID(1, 2);
        Duration minute = Duration.ofMinutes(1);
        BanIndex index = BanIndex.of(List.of(
                during(Target.name("Steve"), minute),
                during(new Target.Id(uuid), minute),
                during(Target.address("1.2.3.4"), minute)));

        assertThat(index.find("Steve", START.plusSeconds(59))).isPresent();
        assertThat(index.find(uuid, START.plusSeconds(59))).isPresent();
        assertThat(index.find(address("1.2.3.4"), START.plusSeconds(59))).isPresent();
        assertThat(index.find("Steve", START.plusSeconds(60))).isEmpty();
        assertThat(index.find(uuid, START.plusSeconds(60))).isEmpty();
        assertThat(index.find(address("1.2.3.4"), START.plusSeconds(60))).isEmpty();
    }

    @Test
    void countsTheLongestOfSeveralBansOfOneTarget() {
        Target steve = Target.name("Steve");
        Ban shortest = during(steve, Duration.ofMinutes(1));
        Ban longer = during(Target.name("STEVE"), Duration.ofMinutes(2));

        assertThat(BanIndex.of(List.of(shortest, longer)).all()).containsOnlyKeys(steve);
        assertThat(BanIndex.of(List.of(shortest, longer)).all().values()).containsExactly(longer);
        assertThat(BanIndex.of(List.of(longer, shortest)).all().values()).containsExactly(longer);
        assertThat(BanIndex.of(List.of(longer, permanent(steve), shortest))
                        .all()
                        .values())
                .containsExactly(permanent(steve));
    }
}
