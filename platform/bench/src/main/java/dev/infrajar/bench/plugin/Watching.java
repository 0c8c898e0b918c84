// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.plugin;

import dev.infrajar.net.intercept.PacketTapFactory;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Asks for a kind of packets that never comes. */
public final class Watching implements BundleActivator {
    @Override
    @SuppressWarnings("JdkObsolete") // the registry takes a Dictionary
    public void start(BundleContext context) {
        Dictionary<String, Object> properties =
                new Hashtable<>(Map.of("tap.id", "bench-watching", "tap.kinds", "play clientbound map"));
        context.registerService(PacketTapFactory.class, _ -> Optional.of(packet -> {}), properties);
    }

    @Override
    public void stop(BundleContext context) {
        // What a bundle has registered goes with it.
    }
}
