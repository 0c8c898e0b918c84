// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import java.net.InetAddress;

/** Addresses as backends read them. */
final class AddressText {
    private AddressText() {}

    /** The digits alone: the zone of a link-local address means nothing on another machine. */
    static String of(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
