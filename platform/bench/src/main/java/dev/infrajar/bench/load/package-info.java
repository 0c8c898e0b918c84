// SPDX-License-Identifier: Apache-2.0
/**
 * Both ends of the measured sessions, in the driver's own process: a client and a backend with blocking channels and
 * direct buffers, so that they cost as little as they can beside the proxy.
 *
 * <pre>
 *   client                         proxy                          backend
 *     │ handshake, login start, order │                               │
 *     │──────────────────────────────▶│──────────────────────────────▶│ reads exactly these
 *     │◀──────────────────────────────│◀──────────────────────────────│ ready (1 byte)
 *     │◀═════════════ as ordered, opaque to the proxy ═══════════════▶│
 * </pre>
 *
 * <p>A proxy that speaks Minecraft routes by the handshake's host; for any other the same bytes are just bytes.
 */
@NullMarked
package dev.infrajar.bench.load;

import org.jspecify.annotations.NullMarked;
