// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.console;

import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.internal.session.player.SessionTable;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.transport.Cidr;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code kick-ip}: ends all sessions of an address or a block of addresses. */
@Component
public final class KickIpCommand implements ConsoleCommand {
    private final SessionTable table;

    /** Called by Declarative Services. */
    @Activate
    public KickIpCommand(@Reference SessionTable table) {
        this.table = table;
    }

    @Override
    public String name() {
        return "kick-ip";
    }

    @Override
    public List<String> aliases() {
        return List.of("kickip");
    }

    @Override
    public String usage() {
        return "IP|CIDR [REASON]";
    }

    @Override
    public String summary() {
        return "ends all sessions of an address or a block of addresses";
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return arguments.size() > 1 ? List.of() : Candidates.addresses(table);
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("which address?");
        }
        Cidr block = Cidr.parse(arguments.getFirst());
        List<PlayerSession> found =
                table.find(session -> block.contains(session.remoteAddress().getAddress()));
        if (found.isEmpty()) {
            out.println("There is no player from " + block + ".");
        } else {
            Kick.all(found, arguments.subList(1, arguments.size()), out);
        }
    }
}
