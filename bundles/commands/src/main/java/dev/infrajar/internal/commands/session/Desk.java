// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

import dev.infrajar.internal.commands.registry.Dispatcher;
import dev.infrajar.internal.commands.registry.Permissions;
import dev.infrajar.internal.commands.tree.ParserTables;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * What all sessions share.
 *
 * @param dispatcher runs commands
 * @param permissions of players
 * @param workers runs what may block
 * @param players those who are there
 * @param announces whether command trees get the proxy's commands
 * @param parsers of all versions
 */
public record Desk(
        Dispatcher dispatcher,
        Permissions permissions,
        Executor workers,
        LivePlayers players,
        BooleanSupplier announces,
        ParserTables parsers) {}
