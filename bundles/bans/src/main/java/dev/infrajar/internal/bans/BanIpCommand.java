// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.internal.bans.store.Target;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code ban-ip}: bans an address or a block of them. */
@Component
public final class BanIpCommand implements ConsoleCommand {
    private final Bans bans;

    /** Called by Declarative Services. */
    @Activate
    public BanIpCommand(@Reference BansComponent component) {
        this(component.bans());
    }

    BanIpCommand(Bans bans) {
        this.bans = bans;
    }

    @Override
    public String name() {
        return "ban-ip";
    }

    @Override
    public List<String> aliases() {
        return List.of("banip");
    }

    @Override
    public String usage() {
        return "IP|CIDR [DURATION|permanent] [REASON]";
    }

    @Override
    public String summary() {
        return "bans an address or a block such as 203.0.113.0/24 or 2001:db8::/64";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        Target target = Words.address(arguments);
        BanTerms terms = BanTerms.parse(arguments.subList(1, arguments.size()));
        BanReport.issued(bans.ban(target, terms, BanReport.CONSOLE), bans.now(), out);
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return switch (arguments.size()) {
            case 1 -> Words.addressesOnline(bans);
            case 2 -> Words.LENGTHS;
            default -> List.of();
        };
    }
}
