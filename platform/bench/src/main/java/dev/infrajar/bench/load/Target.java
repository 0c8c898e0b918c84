// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.load;

import java.net.InetSocketAddress;

/**
 * Where a client connects to.
 *
 * @param address the proxy's port, or the backend's
 * @param host what the handshake names; a Minecraft proxy routes by it
 */
public record Target(InetSocketAddress address, String host) {}
