// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import dev.infrajar.net.transport.Cidr;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * Whom limits count as one client: an IPv4 address, or the IPv6 addresses of one /64. That is the least a subscriber gets
 * (RFC 6177, section 2), and its holder can take another of its addresses for each connection.
 *
 * @param bits the address or the prefix, the first bit highest
 * @param isV6 which of the two
 */
record ClientKey(long bits, boolean isV6) {
    private static final int V6_PREFIX_BITS = 64;

    /** The key of an address, which is not an IPv4 one written as IPv6. */
    static ClientKey of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet6Address
                ? new ClientKey(bytes.getLong(), true)
                : new ClientKey(Integer.toUnsignedLong(bytes.getInt()), false);
    }

    /** As operators write it: {@code 203.0.113.7}, {@code 2001:db8:0:1::/64}. */
    @Override
    public String toString() {
        ByteBuffer bytes = isV6
                ? ByteBuffer.allocate(2 * Long.BYTES).putLong(bits)
                : ByteBuffer.allocate(Integer.BYTES).putInt((int) bits);
        try {
            InetAddress first = InetAddress.getByAddress(bytes.array());
            return first instanceof Inet4Address
                    ? Cidr.of(first).toString()
                    : new Cidr(first, V6_PREFIX_BITS).toString();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
    }
}
