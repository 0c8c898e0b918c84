// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code gc}: collects garbage. */
@Component
public final class GcCommand implements ConsoleCommand {
    /** Called by Declarative Services. */
    @Activate
    public GcCommand() {}

    @Override
    public String name() {
        return "gc";
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "collects garbage, and shows the memory before and after; stops all threads meanwhile";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        out.println("before  " + MemoryUse.now().text());
        System.gc();
        out.println("after   " + MemoryUse.now().text());
    }
}
