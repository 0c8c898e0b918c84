// SPDX-License-Identifier: Apache-2.0
/**
 * Connections to backends: which address of a server a session gets, and how it is dialled.
 *
 * <pre>
 * Dial -> TargetExpansion (SRV) -> Selection (drained, health, strategy) -> AddressDialler (names) -> SocketDialler
 *                                        ^                                        |
 *                                        +---- health, load, latency of Backend --+
 * </pre>
 */
@NullMarked
package dev.infrajar.internal.connector;

import org.jspecify.annotations.NullMarked;
