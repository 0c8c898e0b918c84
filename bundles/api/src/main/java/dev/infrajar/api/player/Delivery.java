// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.player;

/** What has become of something that was to be sent to a player. */
public enum Delivery {
    /** It is on its way. */
    SENT,
    /** The proxy does not see the packets of this session: its server's mode is a forwarding one. Nothing was sent. */
    NOT_ACTIVE,
    /** The session is over. */
    DISCONNECTED,
    /** The player's version has no such packet, or not in the phase the session is in. Nothing was sent. */
    UNSUPPORTED
}
