// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.internal.bans.store.Ban;
import dev.infrajar.internal.bans.store.Target;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code baninfo}: the bans that are about someone. */
@Component
public final class BaninfoCommand implements ConsoleCommand {
    private final Bans bans;

    /** Called by Declarative Services. */
    @Activate
    public BaninfoCommand(@Reference BansComponent component) {
        this(component.bans());
    }

    BaninfoCommand(Bans bans) {
        this.bans = bans;
    }

    @Override
    public String name() {
        return "baninfo";
    }

    @Override
    public String usage() {
        return "NAME|UUID|IP|CIDR";
    }

    @Override
    public String summary() {
        return "shows the bans of a player or an address, those of blocks around it included";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        Target target = Words.any(Words.only(arguments));
        List<Ban> found = bans.about(target);
        if (found.isEmpty()) {
            out.println(target + " is not banned.");
        }
        found.forEach(ban -> BanReport.details(ban, bans.now(), out));
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return arguments.size() == 1 ? Words.banned(bans, target -> true) : List.of();
    }
}
