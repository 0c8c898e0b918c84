// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import dev.infrajar.net.transport.Cidr;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Address blocks, made to be asked. A block lies in another one or apart from it, so without those that lie in others the
 * only one that can contain an address is the last that does not begin behind it: one search in a tree, however many there
 * are. Immutable.
 */
final class AddressSet {
    /** IPv4 before IPv6, then by the address. */
    private static final Comparator<byte[]> ORDER =
            Comparator.<byte[]>comparingInt(address -> address.length).thenComparing(Arrays::compareUnsigned);

    private final NavigableMap<byte[], Cidr> blocks = new TreeMap<>(ORDER);

    AddressSet(List<Cidr> all) {
        all.stream()
                .sorted(Comparator.comparingInt(Cidr::prefixBits))
                .filter(block -> !contains(block.address()))
                .forEachOrdered(block -> blocks.put(block.address().getAddress(), block));
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Whether an address, which is not an IPv4 one written as IPv6, is in one of the blocks. */
    boolean contains(InetAddress address) {
        Map.Entry<byte[], Cidr> nearest = blocks.floorEntry(address.getAddress());
        return nearest != null && nearest.getValue().contains(address);
    }
}
