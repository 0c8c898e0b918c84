// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.gate;

import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.net.admission.Gate;
import dev.infrajar.net.admission.LoginAttempt;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.ClientConnection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gates at hand, in the order in which they are asked: one immutable snapshot. Every verdict that keeps somebody out is
 * counted here. Asking is callable from any thread and does not block; where no gate is there it reads one field.
 */
public final class Gates {
    private static final Logger LOG = LoggerFactory.getLogger(Gates.class);
    private static final Comparator<Entry> BEST_FIRST =
            Comparator.comparingInt(Entry::ranking).reversed().thenComparingLong(Entry::serviceId);

    private final Rejections rejections;
    private volatile List<Entry> snapshot = List.of();

    /**
     * One gate.
     *
     * @param bundle who is blamed when it fails
     * @param reported the failures that have been logged, by the name of what was thrown
     */
    private record Entry(Gate gate, String bundle, int ranking, long serviceId, Set<String> reported) {}

    public Gates(Rejections rejections) {
        this.rejections = rejections;
    }

    public synchronized void add(Gate gate, String bundle, int ranking, long serviceId) {
        List<Entry> changed = new ArrayList<>(snapshot);
        changed.add(new Entry(gate, bundle, ranking, serviceId, ConcurrentHashMap.newKeySet()));
        changed.sort(BEST_FIRST);
        snapshot = List.copyOf(changed);
    }

    synchronized void remove(Gate gate) {
        snapshot = snapshot.stream().filter(entry -> entry.gate() != gate).toList();
    }

    Verdict connection(ClientConnection connection) {
        List<Entry> gates = snapshot;
        return gates.isEmpty() ? Verdict.PASS : ask(gates, gate -> gate.connection(connection));
    }

    Verdict request(ClientConnection connection, RequestKind kind) {
        List<Entry> gates = snapshot;
        return gates.isEmpty() ? Verdict.PASS : ask(gates, gate -> gate.request(connection, kind));
    }

    public Verdict server(ClientConnection connection, RequestKind kind, ServerDefinition server) {
        List<Entry> gates = snapshot;
        return gates.isEmpty() ? Verdict.PASS : ask(gates, gate -> gate.server(connection, kind, server));
    }

    public Verdict login(ClientConnection connection, PlayerSession session, ServerDefinition server) {
        List<Entry> gates = snapshot;
        if (gates.isEmpty()) {
            return Verdict.PASS;
        }
        LoginAttempt attempt = new LoginAttempt(
                session.name(), session.uuid().or(session::claimedUuid), session.isAuthenticated(), server);
        return ask(gates, gate -> gate.login(connection, attempt));
    }

    private Verdict ask(List<Entry> gates, Function<Gate, Verdict> question) {
        for (Entry entry : gates) {
            switch (verdictOf(entry, question)) {
                case Verdict.Pass() -> {}
                case Verdict.Refuse refusal -> {
                    rejections.count(refusal.reason());
                    return refusal;
                }
                case Verdict.Drop drop -> {
                    rejections.count(drop.reason());
                    return drop;
                }
            }
        }
        return Verdict.PASS;
    }

    private static Verdict verdictOf(Entry entry, Function<Gate, Verdict> question) {
        try {
            return Objects.requireNonNull(question.apply(entry.gate()), "a gate must have a verdict");
        } catch (Throwable t) { // LinkageError is what a bundle that was just replaced throws
            if (entry.reported().add(t.getClass().getName())) {
                LOG.error(
                        "{}: its gate {} fails and is passed over; this is said once",
                        entry.bundle(),
                        entry.gate().getClass().getName(),
                        t);
            }
            return Verdict.PASS;
        }
    }
}
