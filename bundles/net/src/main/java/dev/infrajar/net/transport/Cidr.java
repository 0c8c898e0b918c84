// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.transport;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * A block of addresses in the notation of RFC 4632 and RFC 4291: {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or a single
 * address. An IPv4 address that is written as IPv6 ({@code ::ffff:1.2.3.4}) is the IPv4 address, in blocks and in what is
 * looked for.
 *
 * @param address the first address of the block: the bits behind the prefix are zero
 * @param prefixBits the bits that count, 0..32 for IPv4 and 0..128 for IPv6
 */
public record Cidr(InetAddress address, int prefixBits) {
    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;

    /** The bytes of {@code ::ffff:0:0/96} in front of a mapped IPv4 address (RFC 4291, section 2.5.5.2). */
    private static final int MAPPED_PREFIX_BYTES = 12;

    /** Checks the prefix and clears the bits behind it. */
    public Cidr {
        byte[] bytes = bytesOf(address);
        if (prefixBits < 0 || prefixBits > bytes.length * Byte.SIZE) {
            throw new IllegalArgumentException(
                    "the prefix /" + prefixBits + " must be /0 to /" + bytes.length * Byte.SIZE);
        }
        clearBehind(bytes, prefixBits);
        address = toAddress(bytes);
    }

    /**
     * Reads a block. Never looks a name up.
     *
     * @param text an IP literal, or one with a slash and a prefix length
     * @return the block
     * @throws IllegalArgumentException if it is neither
     */
    public static Cidr parse(String text) {
        String trimmed = text.strip();
        int slash = trimmed.indexOf('/');
        InetAddress literal = literal(slash < 0 ? trimmed : trimmed.substring(0, slash));
        int bits = bytesOf(literal).length * Byte.SIZE;
        if (slash < 0) {
            return new Cidr(literal, bits);
        }
        int prefix = prefix(trimmed, slash + 1);
        boolean isMapped = trimmed.indexOf(':') >= 0 && bits == V4_BYTES * Byte.SIZE;
        return new Cidr(literal, isMapped ? prefix - MAPPED_PREFIX_BYTES * Byte.SIZE : prefix);
    }

    /**
     * The block of a single address.
     *
     * @param address any
     * @return a block that contains nothing else
     */
    public static Cidr of(InetAddress address) {
        InetAddress unmapped = unmapped(address);
        return new Cidr(unmapped, unmapped.getAddress().length * Byte.SIZE);
    }

    /**
     * Whether an address lies in the block. Allocates little and never blocks.
     *
     * @param candidate any
     * @return {@code false} for the other family
     */
    public boolean contains(InetAddress candidate) {
        byte[] mine = address.getAddress();
        byte[] its = bytesOf(candidate);
        if (its.length != mine.length) {
            return false;
        }
        clearBehind(its, prefixBits);
        return Arrays.equals(mine, its);
    }

    /**
     * The IPv4 address where an IPv4 address is written as IPv6, else the same.
     *
     * @param address any
     * @return an address that compares equal however it was written
     */
    public static InetAddress unmapped(InetAddress address) {
        byte[] bytes = address.getAddress();
        return isMapped(bytes) ? toAddress(Arrays.copyOfRange(bytes, MAPPED_PREFIX_BYTES, V6_BYTES)) : address;
    }

    private static byte[] bytesOf(InetAddress address) {
        byte[] bytes = address.getAddress();
        return isMapped(bytes) ? Arrays.copyOfRange(bytes, MAPPED_PREFIX_BYTES, V6_BYTES) : bytes;
    }

    private static boolean isMapped(byte[] bytes) {
        if (bytes.length != V6_BYTES || bytes[10] != (byte) 0xFF || bytes[11] != (byte) 0xFF) {
            return false;
        }
        for (int i = 0; i < MAPPED_PREFIX_BYTES - 2; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static void clearBehind(byte[] bytes, int prefixBits) {
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.clamp(prefixBits - (long) i * Byte.SIZE, 0, Byte.SIZE);
            bytes[i] &= (byte) (0xFF << (Byte.SIZE - kept));
        }
    }

    private static InetAddress literal(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        if (bytes == null) {
            throw new IllegalArgumentException("\"" + text + "\" is not an IP address");
        }
        return toAddress(bytes);
    }

    private static int prefix(String text, int from) {
        try {
            return Integer.parseInt(text, from, text.length(), 10);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" has no valid prefix: \"" + text.substring(from) + "\" is not a number", e);
        }
    }

    private static InetAddress toAddress(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
    }

    /** The form that {@link #parse} reads; a single address has no prefix. */
    @Override
    public String toString() {
        String literal = NetUtil.toAddressString(address);
        return prefixBits == address.getAddress().length * Byte.SIZE ? literal : literal + "/" + prefixBits;
    }
}
