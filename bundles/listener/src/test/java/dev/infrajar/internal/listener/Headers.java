// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** PROXY headers as bytes. Source: the PROXY protocol specification of HAProxy, sections 2.1 and 2.2. */
final class Headers {
    static final int LOCAL = 0x20;
    static final int PROXY = 0x21;
    static final int UNSPEC = 0x00;
    static final int TCP4 = 0x11;
    static final int TCP6 = 0x21;
    static final int UNIX = 0x31;

    /** Client 203.0.113.7, port 50000; destination 198.51.100.1, port 25565. */
    static final String TCP4_ADDRESSES = "CB007107" + "C6336401" + "C350" + "63DD";

    /** Client 2001:db8::7, port 50000; destination 2001:db8::1, port 25565. */
    static final String TCP6_ADDRESSES =
            "20010DB8000000000000000000000007" + "20010DB8000000000000000000000001" + "C350" + "63DD";

    /** Client ::ffff:203.0.113.7, port 50000; destination ::ffff:198.51.100.1, port 25565. */
    static final String MAPPED_ADDRESSES =
            "00000000000000000000FFFFCB007107" + "00000000000000000000FFFFC6336401" + "C350" + "63DD";

    private static final String SIGNATURE = "0D0A0D0A000D0A515549540A";

    private Headers() {}

    static byte[] v1(String line) {
        return (line + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] v2(int versionAndCommand, int family, String restHex) {
        byte[] rest = hex(restHex);
        return concat(hex(SIGNATURE), bytes(versionAndCommand, family, rest.length >> 8, rest.length), rest);
    }

    static byte[] tlv(int type, int length) {
        return concat(bytes(type, length >> 8, length), new byte[length]);
    }

    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    static byte[] bytes(int... values) {
        var out = new ByteArrayOutputStream();
        for (int value : values) {
            out.write(value);
        }
        return out.toByteArray();
    }

    static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
