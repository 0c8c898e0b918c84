// SPDX-License-Identifier: Apache-2.0
/**
 * Sessions whose packets the proxy sees: what relays them, and the extension point for looking at packets on their way.
 *
 * <pre>
 *   client ──▶ PacketForwarder ──▶ backend          untouched frames: as the bytes they came in
 *                    │
 *                    ▼ only kinds that somebody asked for
 *                TapChain ──▶ PacketTap ──▶ PacketTap ──▶ ...      one of each PacketTapFactory for each session
 * </pre>
 *
 * <p>A {@link dev.infrajar.net.intercept.PacketTapFactory} is a service that declares with the properties of
 * {@link dev.infrajar.net.intercept.TapInterest} which packets it wants. Everything of a session happens on its event loop.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.intercept;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
