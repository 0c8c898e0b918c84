// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

/** Takes the client back to the configuration phase, once it has answered {@link ConfigurationAcknowledged}. Since 1.20.2. */
public record StartConfiguration() {}
