// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.login;

/** The client has read {@link LoginSuccess}; it is in the configuration phase from here on. Since 1.20.2. */
public record LoginAcknowledged() {}
