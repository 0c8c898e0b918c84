// SPDX-License-Identifier: Apache-2.0
/**
 * Who a player is: how a client proves it, and how a backend is told.
 *
 * <pre>
 *   client_only   client ──▶ ClientAuthenticator ──▶ GameProfile of the session server ─╮
 *   offline       client ──▶ GameProfile.offline(name) ──────────────────────────────────┤
 *   forwarding    client ──▶ what the login start claims ────────────────────────────────┤
 *   routes                                                                               ▼
 *                                                        IdentityForwarding.identify(server, player)
 *                                                             │                    │
 *                                             host field of the handshake    answer to a login plugin request
 *                                              (BungeeCord, BungeeGuard)                (Velocity)
 * </pre>
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.identity;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
