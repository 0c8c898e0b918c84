// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

/** The client's last packet before it goes back to the configuration phase. Since 1.20.2. */
public record ConfigurationAcknowledged() {}
