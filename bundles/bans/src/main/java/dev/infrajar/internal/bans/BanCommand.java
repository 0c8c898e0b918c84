// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.internal.bans.store.Target;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code ban}: bans a name or a UUID. */
@Component
public final class BanCommand implements ConsoleCommand {
    private final Bans bans;

    /** Called by Declarative Services. */
    @Activate
    public BanCommand(@Reference BansComponent component) {
        this(component.bans());
    }

    BanCommand(Bans bans) {
        this.bans = bans;
    }

    @Override
    public String name() {
        return "ban";
    }

    @Override
    public String usage() {
        return "NAME|UUID [DURATION|permanent] [REASON]";
    }

    @Override
    public String summary() {
        return "bans a player: for a time such as 7d or 2h30m, else for ever";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        Target target = Words.player(arguments);
        BanTerms terms = BanTerms.parse(arguments.subList(1, arguments.size()));
        BanReport.issued(bans.ban(target, terms, BanReport.CONSOLE), bans.now(), out);
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return switch (arguments.size()) {
            case 1 -> Words.namesOnline(bans);
            case 2 -> Words.LENGTHS;
            default -> List.of();
        };
    }
}
