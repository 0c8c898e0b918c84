// SPDX-License-Identifier: Apache-2.0
/**
 * Commands that plugins add: for players in the game, and for the operator on the console.
 *
 * <p>A plugin brings a command by registering a {@link dev.infrajar.api.command.Command} as an OSGi service that carries a
 * {@link dev.infrajar.api.command.CommandDeclaration}:
 *
 * <pre>
 *   &#64;Component
 *   &#64;CommandDeclaration(name = "hello", aliases = "hi", description = "greets somebody")
 *   public final class HelloCommand implements Command { ... }
 * </pre>
 *
 * <p>Stopping the plugin's bundle withdraws its commands.
 *
 * <h2>Where they work</h2>
 *
 * <p>On the console always. In the game where the proxy sees the player's packets: {@code proxy_mode} {@code client_only} and
 * {@code offline}. From Minecraft 1.13 on the client knows declared commands and their arguments by itself; older clients ask
 * the proxy for completions.
 *
 * <h2>Names</h2>
 *
 * <p>The proxy's own commands cannot be replaced, and a command does not replace another plugin's: of two that want the same
 * word, the one that was registered first has it. The other is reported, and reached by the symbolic name of its bundle, a
 * colon and its name, as every command is: {@code com.example.hello:hello}. A backend's command of the same name is covered.
 *
 * <h2>Threads, time and failure</h2>
 *
 * <p>All methods are called on the few platform threads of the command's own bundle, never on an event loop, and may block
 * within {@link dev.infrajar.api.command.CommandLimits the limits}. Meanwhile the player's other packets go on; the player's
 * next commands wait. At the limit the thread is interrupted and the player reads that the command has failed, as when the
 * command throws. A command that keeps failing is quarantined as a listener is.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.infrajar.api.command;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
