// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

/**
 * A command with signatures in the packet of its own that it has since 1.20.5.
 *
 * @param command the command
 */
public record SignedChatCommand(ChatCommand command) {}
