// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.time.Duration;
import java.util.Optional;

/**
 * The {@code [timeouts]} of a server file.
 *
 * @param connect per backend address; empty: the global {@code connect_timeout}
 * @param read no byte from a peer for this long while we ask for bytes ends the session; zero: never
 * @param write no progress of bytes that wait to be written for this long ends the session; zero: never
 */
public record Timeouts(Optional<Duration> connect, Duration read, Duration write) {}
