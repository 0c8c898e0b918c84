// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.internal.bans.store.Target;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code unban}: lifts the ban of a name or a UUID. */
@Component
public final class UnbanCommand implements ConsoleCommand {
    private final Bans bans;

    /** Called by Declarative Services. */
    @Activate
    public UnbanCommand(@Reference BansComponent component) {
        this(component.bans());
    }

    UnbanCommand(Bans bans) {
        this.bans = bans;
    }

    @Override
    public String name() {
        return "unban";
    }

    @Override
    public List<String> aliases() {
        return List.of("pardon");
    }

    @Override
    public String usage() {
        return "NAME|UUID";
    }

    @Override
    public String summary() {
        return "lifts the ban of a player";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        Target target = Words.player(Words.only(arguments));
        BanReport.lifted(target, bans.lift(target, BanReport.CONSOLE), out);
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return arguments.size() == 1 ? Words.banned(bans, target -> !(target instanceof Target.Address)) : List.of();
    }
}
