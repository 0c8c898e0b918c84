// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.internal.commands.session.CommandTap;
import dev.infrajar.internal.commands.session.Desk;
import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.PacketTapFactory;
import dev.infrajar.net.intercept.TapInterest;
import dev.infrajar.net.intercept.TapSession;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The commands of every session whose packets the proxy sees. The Join Game packet is asked for because it says that the player is in
 * the game. Early among the taps: those that follow see what goes on to the backend.
 */
@Component
@TapInterest(
        id = "commands",
        kinds = {
            "play serverbound chat",
            "play serverbound chat_command",
            "play serverbound chat_command_signed",
            "play serverbound tab_complete",
            "play clientbound declare_commands",
            "play clientbound tab_complete",
            "play clientbound login"
        },
        maxBytes = CommandTaps.MAX_BYTES,
        priority = CommandTaps.EARLY)
public final class CommandTaps implements PacketTapFactory {
    /** Larger command trees pass as they are: mod packs reach some hundred kilobytes. */
    static final int MAX_BYTES = 2_097_152;

    static final int EARLY = 64;

    private final Desk desk;

    /** Called by Declarative Services. */
    @Activate
    public CommandTaps(@Reference CommandsComponent commands) {
        this.desk = commands.desk();
    }

    @Override
    public Optional<PacketTap> create(TapSession session) {
        return Optional.of(new CommandTap(desk, session));
    }
}
