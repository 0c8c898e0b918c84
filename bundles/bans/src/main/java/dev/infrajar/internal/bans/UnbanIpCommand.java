// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.internal.bans.store.Changed;
import dev.infrajar.internal.bans.store.Target;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code unban-ip}: lifts the ban of an address or a block. */
@Component
public final class UnbanIpCommand implements ConsoleCommand {
    private final Bans bans;

    /** Called by Declarative Services. */
    @Activate
    public UnbanIpCommand(@Reference BansComponent component) {
        this(component.bans());
    }

    UnbanIpCommand(Bans bans) {
        this.bans = bans;
    }

    @Override
    public String name() {
        return "unban-ip";
    }

    @Override
    public List<String> aliases() {
        return List.of("unbanip", "pardonip");
    }

    @Override
    public String usage() {
        return "IP|CIDR";
    }

    @Override
    public String summary() {
        return "lifts the ban of an address or a block, as it was banned";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        Target.Address target = Words.address(Words.only(arguments));
        Changed changed = bans.lift(target, BanReport.CONSOLE);
        BanReport.lifted(target, changed, out);
        bans.about(target).forEach(wider -> out.println("It is still covered by the ban of " + wider.target() + "."));
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return arguments.size() == 1 ? Words.banned(bans, Target.Address.class::isInstance) : List.of();
    }
}
