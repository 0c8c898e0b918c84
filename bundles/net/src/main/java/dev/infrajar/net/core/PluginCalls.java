// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls services of plugins on the plugins' own threads, within time limits: what {@link EventDispatcher} does for listeners, for
 * services that another bundle takes out of the registry.
 */
public interface PluginCalls {
    /**
     * A service as it stands in the registry.
     *
     * @param <S> its interface
     */
    interface Offer<S> {
        /**
         * The bundle that registered it.
         *
         * @return its symbolic name
         */
        String bundle();

        /**
         * The bundle's number in this framework.
         *
         * @return 0 or more
         */
        long bundleId();

        /**
         * What it is, for logs and for the list of costs.
         *
         * @return for example {@code command hello}
         */
        String kind();

        /**
         * Obtains the object, which may create it: called on threads of the plugin only.
         *
         * @return {@code null} when that failed or the service has gone
         */
        @Nullable
        S obtain();

        /**
         * Gives back an object that is not going to be used.
         *
         * @param service what {@link #obtain} gave
         */
        void giveBack(S service);
    }

    /**
     * A service that can be called. To be closed when the service leaves: the threads of a plugin end with its last target.
     *
     * @param <S> its interface
     */
    interface Target<S> extends Registration {
        /**
         * Calls the service and waits, at most for the limit. Blocks: never on an event loop.
         *
         * @param limit after which the call is interrupted and given up
         * @param question what is done; runs on a thread of the plugin
         * @param <R> its answer
         * @return empty when there is none: the service has thrown, was late, answered {@code null}, is quarantined, or has gone.
         *     That has been counted and logged
         */
        <R> Optional<R> ask(Duration limit, Function<S, R> question);
    }

    /**
     * Makes a service callable. Nothing of the plugin is touched yet.
     *
     * @param offer the service
     * @param <S> its interface
     * @return for calls
     */
    <S> Target<S> open(Offer<S> offer);
}
