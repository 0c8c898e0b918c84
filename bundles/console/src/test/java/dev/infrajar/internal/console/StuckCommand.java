// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A command whose completion waits. */
record StuckCommand(CountDownLatch stuck, CountDownLatch go) implements ConsoleCommand {
    @Override
    public String name() {
        return "stuck";
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        out.println("run");
    }

    @Override
    public List<String> complete(List<String> arguments) {
        stuck.countDown();
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }
}
