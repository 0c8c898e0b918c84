// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code banlist}: all bans in force. */
@Component
public final class BanlistCommand implements ConsoleCommand {
    private final Bans bans;

    /** Called by Declarative Services. */
    @Activate
    public BanlistCommand(@Reference BansComponent component) {
        this(component.bans());
    }

    BanlistCommand(Bans bans) {
        this.bans = bans;
    }

    @Override
    public String name() {
        return "banlist";
    }

    @Override
    public List<String> aliases() {
        return List.of("bans");
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "shows all bans in force";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        BanReport.list(bans.inForce(), bans.now(), out);
    }
}
