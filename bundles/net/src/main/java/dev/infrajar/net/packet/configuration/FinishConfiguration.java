// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.configuration;

/** The configuration is over: the server says so, the client answers with the same packet and is in play from there on. */
public record FinishConfiguration() {}
