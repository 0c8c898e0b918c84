// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import dev.infrajar.net.transport.Cidr;
import java.net.InetAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bans by address: one hash table for each prefix length in use, so that a look-up costs as many probes as there are
 * different lengths, however many bans there are. Immutable.
 */
final class AddressIndex {
    private final List<Table> tables;

    AddressIndex(Iterable<Ban> bans) {
        Map<Length, Map<Prefix, Ban>> byLength = new HashMap<>();
        for (Ban ban : bans) {
            if (ban.target() instanceof Target.Address(Cidr block)) {
                byte[] bytes = block.address().getAddress();
                Length length = new Length(bytes.length, block.prefixBits());
                byLength.computeIfAbsent(length, absent -> new HashMap<>())
                        .put(Prefix.of(bytes).cut(block.prefixBits()), ban);
            }
        }
        tables = byLength.entrySet().stream()
                .map(entry -> new Table(entry.getKey(), Map.copyOf(entry.getValue())))
                .toList();
    }

    /** A ban in force whose block contains an address, or null. */
    @Nullable
    Ban find(InetAddress address, Instant now) {
        if (tables.isEmpty()) {
            return null;
        }
        byte[] bytes = Cidr.unmapped(address).getAddress();
        Prefix whole = Prefix.of(bytes);
        for (Table table : tables) {
            Ban ban = table.length().addressBytes() == bytes.length
                    ? table.bans().get(whole.cut(table.length().prefixBits()))
                    : null;
            if (ban != null && ban.isInForce(now)) {
                return ban;
            }
        }
        return null;
    }

    /** The length of blocks of one family: 4 or 16 bytes, and the bits that count. */
    private record Length(int addressBytes, int prefixBits) {}

    private record Table(Length length, Map<Prefix, Ban> bans) {}

    /** The leading bits of an address, left-aligned; those that do not count are zero. */
    private record Prefix(long high, long low) {
        static Prefix of(byte[] address) {
            return new Prefix(bits(address, 0), bits(address, Long.BYTES));
        }

        private static long bits(byte[] address, int from) {
            long bits = 0;
            for (int i = from; i < from + Long.BYTES; i++) {
                bits = bits << Byte.SIZE | (i < address.length ? address[i] & 0xFF : 0);
            }
            return bits;
        }

        Prefix cut(int bits) {
            return new Prefix(high & mask(bits), low & mask(bits - Long.SIZE));
        }

        private static long mask(int bits) {
            if (bits <= 0) {
                return 0;
            }
            return bits >= Long.SIZE ? -1 : -1L << (Long.SIZE - bits);
        }
    }
}
