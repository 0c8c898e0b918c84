// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code limits}: how many clients were not let in for their address, why, and which ones of late. */
@Component
public final class LimitsCommand implements ConsoleCommand {
    private static final int SHOWN_CLIENTS = 10;

    private final Refusals refusals;

    /** Called by Declarative Services. */
    @Activate
    public LimitsCommand(@Reference Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public String name() {
        return "limits";
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "counts whom rate limits and address filters have refused, and shows the addresses refused most of late";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        out.table(
                List.of("refused", "reason"),
                Stream.of(Reason.values())
                        .map(reason -> List.of(String.valueOf(refusals.times(reason)), reason.text()))
                        .toList());
        List<List<String>> clients = refusals.most(SHOWN_CLIENTS).entrySet().stream()
                .map(entry ->
                        List.of(entry.getValue().toString(), entry.getKey().toString()))
                .toList();
        if (!clients.isEmpty()) {
            out.table(List.of("refused", "address"), clients);
        }
    }
}
