// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.net.core.PluginCalls;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A service of the registry, to be called on its plugin's threads.
 *
 * @param source obtains the object
 * @param back gives it back
 */
record ServiceOffer<S>(
        String bundle, long bundleId, String kind, Supplier<? extends @Nullable S> source, Consumer<S> back)
        implements PluginCalls.Offer<S> {
    @Override
    public @Nullable S obtain() {
        return source.get();
    }

    @Override
    public void giveBack(S service) {
        back.accept(service);
    }
}
