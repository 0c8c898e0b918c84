// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.handshake;

import java.util.regex.Pattern;

/**
 * What may stand behind the host in a relayed handshake. Forge clients put markers there that the backend needs; anything
 * else could be a forged identity for a backend that trusts its proxy (BungeeCord style forwarding), so it is cut off.
 */
public final class HostSuffix {
    // FML: Forge for 1.7 to 1.12; FML2: 1.13 to 1.17; FML3: 1.18 to 1.20.1; FORGE and a number: 1.20.2 and newer.
    private static final Pattern FORGE_MARKERS = Pattern.compile("(?:\0(?:FML\\d?|FORGE\\d{0,6}))+\0?");

    private HostSuffix() {}

    /**
     * The part of a suffix that may be passed on.
     *
     * @param suffix what follows the host, its first NUL included; may be empty
     * @return the same suffix if it consists of Forge markers alone, else nothing
     */
    public static String passable(String suffix) {
        return FORGE_MARKERS.matcher(suffix).matches() ? suffix : "";
    }
}
