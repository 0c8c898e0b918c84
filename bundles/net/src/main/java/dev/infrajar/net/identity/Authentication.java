// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.identity;

import net.kyori.adventure.text.Component;

/** What became of the attempt of a client to prove who it is. */
public sealed interface Authentication {
    /**
     * It is this player.
     *
     * @param profile as the session server has it. Its name is usually the one of the login start; it may differ in case,
     *     and some services give another: what was asked about the first must be asked about this one again
     */
    record Authenticated(GameProfile profile) implements Authentication {}

    /**
     * It has not been proved. The connection is still there: the caller sends the text and closes.
     *
     * @param text what the player reads
     * @param reason one line for logs, without anything the client sent
     */
    record Refused(Component text, String reason) implements Authentication {}
}
