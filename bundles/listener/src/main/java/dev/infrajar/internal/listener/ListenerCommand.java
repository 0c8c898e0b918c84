// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import dev.infrajar.internal.listener.filter.FilterRegistry;
import dev.infrajar.internal.listener.filter.FiltersComponent;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code listener}: how many connections the listener and transport filters have closed, and why. */
@Component
public final class ListenerCommand implements ConsoleCommand {
    private final Refusals refusals;
    private final FilterRegistry filters;

    /** Called by Declarative Services. */
    @Activate
    public ListenerCommand(@Reference Refusals refusals, @Reference FiltersComponent filters) {
        this(refusals, filters.registry());
    }

    ListenerCommand(Refusals refusals, FilterRegistry filters) {
        this.refusals = refusals;
        this.filters = filters;
    }

    @Override
    public String name() {
        return "listener";
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "counts the connections that were closed before their first packet, or by a transport filter, by reason";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        for (Refusal reason : Refusal.values()) {
            out.printf("%10d  %s%n", refusals.times(reason), reason.text());
        }
        filters.counts().forEach((reason, times) -> out.printf("%10d  %s%n", times, reason));
    }
}
