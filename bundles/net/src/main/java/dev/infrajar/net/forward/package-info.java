// SPDX-License-Identifier: Apache-2.0
/**
 * The extension point for relaying bytes between a client and a backend.
 *
 * <p>A {@link dev.infrajar.net.forward.ForwarderFactory} (one per bundle, long-lived, thread-safe) makes one
 * {@link dev.infrajar.net.forward.Forwarder} for each session:
 *
 * <pre>
 *   session            forwarder (event loop of both channels)                     session
 *   plan ──────────▶ create(link) ─▶ start() ═══ relays ═══▶ link.ended(Outcome) ─▶ close channels
 *                                       ▲
 *                      abort(outcome) ──┘   (timeouts, shutdown)
 * </pre>
 *
 * <p>Everything after {@code create} happens on the one event loop that both channels are registered with.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.forward;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
