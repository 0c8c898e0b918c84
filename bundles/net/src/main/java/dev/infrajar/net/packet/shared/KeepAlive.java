// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.shared;

/**
 * Asks whether the other end is there, and answers with the same number.
 *
 * @param id any; 32 bits count before 1.12.2
 */
public record KeepAlive(long id) {}
