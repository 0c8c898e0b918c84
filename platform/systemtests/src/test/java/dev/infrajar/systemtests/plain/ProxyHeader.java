// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.plain;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A PROXY protocol header, version 2, for TCP. Source: haproxy.org, proxy-protocol.txt, section 2.2.
 *
 * @param source the client's address
 * @param destination the address that the client connected to
 */
public record ProxyHeader(InetSocketAddress source, InetSocketAddress destination) {
    private static final byte[] SIGNATURE = {0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A};
    private static final int VERSION_2_PROXY = 0x21;
    private static final int TCP_OVER_IPV4 = 0x11;
    private static final int TCP_OVER_IPV6 = 0x21;
    private static final int PORT_BYTES = 2;

    /**
     * A header of version 1, to 192.0.2.1 or 2001:db8::1, port 25565.
     *
     * @param source the client's address, a literal
     * @param port the client's port
     * @return the line with its end
     */
    public static byte[] line(String source, int port) {
        String family = source.indexOf(':') < 0 ? "TCP4 " + source + " 192.0.2.1 " : "TCP6 " + source + " 2001:db8::1 ";
        return ("PROXY " + family + port + " 25565\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    static ProxyHeader read(DataInputStream in) throws IOException {
        byte[] signature = in.readNBytes(SIGNATURE.length);
        if (!Arrays.equals(signature, SIGNATURE)) {
            throw new IOException("no signature of PROXY v2");
        }
        expect("version and command", VERSION_2_PROXY, in.readUnsignedByte());
        int family = in.readUnsignedByte();
        if (family != TCP_OVER_IPV4 && family != TCP_OVER_IPV6) {
            throw new IOException("family and protocol of the PROXY header are " + family);
        }
        int addressBytes = family == TCP_OVER_IPV4 ? 4 : 16;
        int length = in.readUnsignedShort();
        InetAddress source = InetAddress.getByAddress(in.readNBytes(addressBytes));
        InetAddress destination = InetAddress.getByAddress(in.readNBytes(addressBytes));
        var header = new ProxyHeader(
                new InetSocketAddress(source, in.readUnsignedShort()),
                new InetSocketAddress(destination, in.readUnsignedShort()));
        in.skipNBytes(length - 2L * (addressBytes + PORT_BYTES));
        return header;
    }

    private static void expect(String what, int expected, int found) throws IOException {
        if (found != expected) {
            throw new IOException(what + " of the PROXY header is " + found + " instead of " + expected);
        }
    }
}
