// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.console;

import dev.infrajar.internal.session.gate.Rejections;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code rejected}: how many connections were turned away or cut, and why. */
@Component
public final class RejectedCommand implements ConsoleCommand {
    private final Rejections rejections;

    /** Called by Declarative Services. */
    @Activate
    public RejectedCommand(@Reference Rejections rejections) {
        this.rejections = rejections;
    }

    @Override
    public String name() {
        return "rejected";
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "counts the connections that were turned away or cut, by reason";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        rejections.times().forEach((reason, times) -> out.printf("%10d  %s%n", times, reason));
    }
}
