// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * The processes of one test or one class. When a test fails it prints what they said last; at the end it ends them.
 * A field of a test class with {@code @RegisterExtension}: static for {@link #ofClass()}, else {@link #ofTest()}.
 */
public final class Children implements AfterEachCallback, AfterAllCallback {
    private final List<ChildProcess> children = new CopyOnWriteArrayList<>();
    private final boolean endAfterEach;

    private Children(boolean endAfterEach) {
        this.endAfterEach = endAfterEach;
        // The proxy outlives its standard input, so an aborted build would leave it behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAll, "end-children"));
    }

    /**
     * Processes that end with the test.
     *
     * @return none yet
     */
    public static Children ofTest() {
        return new Children(true);
    }

    /**
     * Processes that live while the tests of the class run.
     *
     * @return none yet
     */
    public static Children ofClass() {
        return new Children(false);
    }

    /**
     * Starts a process.
     *
     * @param name how reports call it
     * @param builder what to start; its error stream is joined with its output
     * @return the running process
     */
    public ChildProcess start(String name, ProcessBuilder builder) {
        try {
            var child = new ChildProcess(name, builder);
            children.add(child);
            return child;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot start " + builder.command(), failed);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        reportFailure(context);
        if (endAfterEach) {
            endAll();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        reportFailure(context);
        endAll();
    }

    private void reportFailure(ExtensionContext context) {
        boolean hasFailed = context.getExecutionException()
                .filter(thrown -> !(thrown instanceof TestAbortedException))
                .isPresent();
        if (hasFailed) {
            System.out.println("FAILED: " + context.getDisplayName());
            children.forEach(child -> System.out.println(child.report()));
        }
    }

    private void endAll() {
        children.reversed().forEach(ChildProcess::kill);
        children.clear();
    }
}
