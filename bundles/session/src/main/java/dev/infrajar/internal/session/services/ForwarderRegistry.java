// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.services;

import dev.infrajar.net.forward.ForwarderFactory;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The forwarders at hand: one immutable snapshot, best first. */
@Component(service = ForwarderRegistry.class)
public final class ForwarderRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(ForwarderRegistry.class);

    /** The property that {@link dev.infrajar.net.forward.ForwarderKind} sets. */
    private static final String KIND = "forwarder.kind";

    private static final Comparator<Entry> BEST_FIRST =
            Comparator.comparingInt(Entry::ranking).reversed().thenComparingLong(Entry::serviceId);

    private volatile List<Entry> snapshot = List.of();

    private record Entry(String kind, int ranking, long serviceId, ForwarderFactory factory) {}

    @Reference(
            service = ForwarderFactory.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addForwarder(ForwarderFactory factory, Map<String, Object> properties) {
        if (properties.get(KIND) instanceof String kind
                && properties.get(Constants.SERVICE_ID) instanceof Long serviceId) {
            int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
            add(new Entry(kind, ranking, serviceId, factory));
        } else {
            LOG.warn("{} has no property {} and is not used", factory.getClass().getName(), KIND);
        }
    }

    synchronized void removeForwarder(ForwarderFactory factory) {
        snapshot = snapshot.stream().filter(entry -> entry.factory() != factory).toList();
    }

    public void add(String kind, ForwarderFactory factory) {
        add(new Entry(kind, 0, snapshot.size(), factory));
    }

    private synchronized void add(Entry entry) {
        List<Entry> changed = new ArrayList<>(snapshot);
        changed.add(entry);
        changed.sort(BEST_FIRST);
        snapshot = List.copyOf(changed);
    }

    /** The best forwarder of a kind that can connect two channels. */
    public Optional<ForwarderFactory> best(String kind, Channel client, Channel backend) {
        for (Entry entry : snapshot) {
            if (entry.kind().equals(kind) && entry.factory().supports(client, backend)) {
                return Optional.of(entry.factory());
            }
        }
        return Optional.empty();
    }
}
