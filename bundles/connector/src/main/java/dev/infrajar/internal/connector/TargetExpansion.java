// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.balance.WeightedRandom;
import dev.infrajar.internal.connector.names.Answer;
import dev.infrajar.internal.connector.names.Deadline;
import dev.infrajar.internal.connector.names.Names;
import dev.infrajar.internal.connector.names.Service;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.HostAndPort;
import io.netty.util.NetUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes targets of a server's addresses: one of each, and as many as there are SRV records of one without a port.
 *
 * @param names knows the SRV records
 * @param chance orders records of one priority by their weights
 */
record TargetExpansion(Names names, WeightedRandom chance) {
    /** The targets in the order to try them; looks SRV records up until the deadline at most. */
    List<Target> of(List<BackendAddress> addresses, Deadline deadline) throws InterruptedException {
        List<Target> targets = new ArrayList<>(addresses.size());
        for (BackendAddress address : addresses) {
            if (isByService(address)) {
                targets.addAll(expanded(address, names.services(address.host(), deadline)));
            } else {
                targets.add(Target.of(address));
            }
        }
        return targets;
    }

    /**
     * What can be told without waiting.
     *
     * @param targets in the order to try them, those from records that are out of date included
     * @param outdated the addresses whose records were looked up too long ago
     * @param unknown the addresses whose records nobody has been able to tell
     */
    record Now(List<Target> targets, List<BackendAddress> outdated, List<BackendAddress> unknown) {
        /** Whether a lookup would tell no more. */
        boolean isFresh() {
            return outdated.isEmpty() && unknown.isEmpty();
        }
    }

    /** The targets as far as they are known; what is not, or is out of date, is looked up in the background. */
    Now now(List<BackendAddress> addresses) {
        Now now = new Now(new ArrayList<>(addresses.size()), new ArrayList<>(0), new ArrayList<>(0));
        for (BackendAddress address : addresses) {
            if (isByService(address)) {
                addServices(now, address);
            } else {
                now.targets().add(Target.of(address));
            }
        }
        return now;
    }

    /** Looks up in the background what an address stands for, unless that is known. */
    void lookUp(BackendAddress address) {
        if (isByService(address)) {
            names.refreshServices(address.host());
        }
    }

    private void addServices(Now now, BackendAddress address) {
        Optional<Answer<List<Service>>> fresh = names.freshServices(address.host());
        if (fresh.isPresent()) {
            now.targets().addAll(expanded(address, fresh.get()));
            return;
        }
        names.refreshServices(address.host());
        Optional<Answer<List<Service>>> old =
                names.knownServices(address.host()).filter(answer -> !(answer instanceof Answer.Failed));
        old.ifPresent(answer -> now.targets().addAll(expanded(address, answer)));
        (old.isPresent() ? now.outdated() : now.unknown()).add(address);
    }

    /** The targets of one address as far as they are known; asks nobody. */
    List<Target> known(BackendAddress address) {
        Optional<Answer<List<Service>>> known =
                isByService(address) ? names.knownServices(address.host()) : Optional.empty();
        return known.map(answer -> expanded(address, answer)).orElseGet(() -> List.of(Target.of(address)));
    }

    private static boolean isByService(BackendAddress address) {
        return address.port().isEmpty()
                && !NetUtil.isValidIpV4Address(address.host())
                && !NetUtil.isValidIpV6Address(address.host());
    }

    private List<Target> expanded(BackendAddress address, Answer<List<Service>> answer) {
        return answer instanceof Answer.Found<List<Service>>(List<Service> services, var _)
                ? ordered(address, services)
                : List.of(Target.of(address));
    }

    /** By priority, and by chance and weight among those of one (RFC 2782). */
    private List<Target> ordered(BackendAddress address, List<Service> services) {
        SortedMap<Integer, List<Service>> byPriority = new TreeMap<>();
        services.forEach(service -> byPriority
                .computeIfAbsent(service.priority(), _ -> new ArrayList<>())
                .add(service));
        List<Target> targets = new ArrayList<>(services.size());
        int tier = 0;
        for (List<Service> equal : byPriority.values()) {
            addShuffled(targets, address, equal, tier++);
        }
        return targets;
    }

    private void addShuffled(List<Target> targets, BackendAddress address, List<Service> equal, int tier) {
        double sum = equal.stream().mapToDouble(TargetExpansion::share).sum();
        List<Service> left = new ArrayList<>(equal);
        while (!left.isEmpty()) {
            Service next = left.remove(chance.pick(
                    left.stream().mapToDouble(TargetExpansion::share).toArray()));
            double weight = address.weight() * share(next) / sum;
            targets.add(new Target(address, new HostAndPort(next.host(), next.port()), weight, tier));
        }
    }

    /** A weight of 0 counts as 1: "a very small chance of being selected" beside weights that are larger. */
    private static double share(Service service) {
        return Math.max(service.weight(), 1);
    }
}
