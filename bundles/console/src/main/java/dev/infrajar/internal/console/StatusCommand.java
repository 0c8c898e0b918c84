// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.core.StatusLine;
import dev.infrajar.net.transport.Transport;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code status}: the process at a glance. */
@Component
public final class StatusCommand implements ConsoleCommand {
    private final BundleContext framework;
    private final @Nullable Sessions sessions;
    private final @Nullable Transport transport;
    private final Collection<StatusLine> others = new CopyOnWriteArrayList<>();

    /**
     * A command that looks at what there is.
     *
     * @param framework to count bundles
     * @param sessions to count sessions
     * @param transport to name the kind of sockets
     */
    @Activate
    public StatusCommand(
            BundleContext framework,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Sessions sessions,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Transport transport) {
        this.framework = framework;
        this.sessions = sessions;
        this.transport = transport;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addLine(StatusLine line) {
        others.add(line);
    }

    void removeLine(StatusLine line) {
        others.remove(line);
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public List<String> aliases() {
        return List.of("info");
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "shows version, uptime, sessions, memory, bundles and what encrypts";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        report().lines().forEach(out::println);
    }

    private StatusReport report() {
        List<Bundle> bundles = Arrays.stream(framework.getBundles())
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .toList();
        return new StatusReport(
                framework.getBundle().getVersion().toString(),
                Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()),
                sessions == null ? OptionalInt.empty() : OptionalInt.of(sessions.count()),
                sessions != null && sessions.isDrained(),
                Optional.ofNullable(transport).map(sockets -> sockets.isEpoll() ? "epoll" : "NIO"),
                MemoryUse.now(),
                bundles.size(),
                bundles.stream()
                        .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                        .map(Bundle::getSymbolicName)
                        .toList(),
                others.stream()
                        .map(line -> new StatusReport.Row(line.label(), line.text()))
                        .sorted(Comparator.comparing(StatusReport.Row::label))
                        .toList());
    }
}
