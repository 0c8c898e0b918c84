// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.forward;

import java.util.function.Consumer;

/**
 * What a forwarder is to connect.
 *
 * @param client the client's end
 * @param backend the backend's end, on the same event loop
 * @param ended takes the outcome, once, on the event loop; when it is called the forwarder has released every buffer and
 *     pipe and takes no further part, and the session closes both channels
 */
public record Link(End client, End backend, Consumer<Outcome> ended) {}
