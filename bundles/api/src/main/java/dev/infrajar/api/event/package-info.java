// SPDX-License-Identifier: Apache-2.0
/**
 * What plugins can listen to and decide.
 *
 * <p>A plugin takes part by registering a listener interface of this package as an OSGi service (with Declarative
 * Services: {@code @Component} on the class, nothing else). Stopping the plugin's bundle withdraws its listeners.
 *
 * <h2>Order</h2>
 *
 * <p>Listeners of one kind are called one after the other: the highest {@code service.ranking} first, equal rankings
 * in the order of registration. Each sees what the ones before it decided.
 *
 * <h2>Threads, time and failure</h2>
 *
 * <p>A callback runs on one of the few platform threads that belong to its own bundle, never on an event loop; it may
 * block. When it has not answered within {@link dev.infrajar.api.event.ListenerLimits its time limit} it is interrupted
 * and the proxy goes on as if the listener had not been there (it fails <em>open</em>). The same holds when it throws
 * anything. A listener that ignores the interrupt keeps its thread, to the harm of its own bundle alone. A bundle
 * whose callbacks keep failing is quarantined: its listeners are skipped until it is updated or restarted. The
 * console's {@code plugins} shows calls, time and failures.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.infrajar.api.event;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
