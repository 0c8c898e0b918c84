// SPDX-License-Identifier: Apache-2.0
/**
 * A Minecraft client and a server of one version, as far as a proxy that sees packets must believe in them: a whole login with
 * compression, and with encryption where it is asked for, then whatever a measure needs.
 *
 * <pre>
 *   client                                    server
 *   handshake, login start        ──▶
 *                                 ◀──         set compression, login success
 *   login acknowledged            ──▶
 *                                 ◀──         finish configuration
 *   finish configuration          ──▶
 *                                 ◀──         join game
 *   plugin message: the order     ──▶
 *                                 ◀─▶         as ordered
 * </pre>
 */
@NullMarked
package dev.infrajar.bench.game;

import org.jspecify.annotations.NullMarked;
