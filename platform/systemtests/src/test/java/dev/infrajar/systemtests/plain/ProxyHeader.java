// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.plain;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;

/**
 * A PROXY protocol header, version 2, for TCP over IPv4. Source: haproxy.org, proxy-protocol.txt, section 2.2.
 *
 * @param source the client's address
 * @param destination the address that the client connected to
 */
public record ProxyHeader(InetSocketAddress source, InetSocketAddress destination) {
    private static final byte[] SIGNATURE = {0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A};
    private static final int VERSION_2_PROXY = 0x21;
    private static final int TCP_OVER_IPV4 = 0x11;
    private static final int ADDRESS_BYTES = 12;

    static ProxyHeader read(DataInputStream in) throws IOException {
        byte[] signature = in.readNBytes(SIGNATURE.length);
        if (!Arrays.equals(signature, SIGNATURE)) {
            throw new IOException("no signature of PROXY v2");
        }
        expect("version and command", VERSION_2_PROXY, in.readUnsignedByte());
        expect("family and protocol", TCP_OVER_IPV4, in.readUnsignedByte());
        int length = in.readUnsignedShort();
        InetAddress source = InetAddress.getByAddress(in.readNBytes(4));
        InetAddress destination = InetAddress.getByAddress(in.readNBytes(4));
        var header = new ProxyHeader(
                new InetSocketAddress(source, in.readUnsignedShort()),
                new InetSocketAddress(destination, in.readUnsignedShort()));
        in.skipNBytes(length - ADDRESS_BYTES);
        return header;
    }

    private static void expect(String what, int expected, int found) throws IOException {
        if (found != expected) {
            throw new IOException(what + " of the PROXY header is " + found + " instead of " + expected);
        }
    }
}
