// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.shared;

/**
 * Sends the client to another address. Since 1.20.5.
 *
 * @param host a host name or address
 * @param port 0..65535
 */
public record Transfer(String host, int port) {}
