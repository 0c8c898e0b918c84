// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.forward;

/** How a forwarder's work ended. */
public sealed interface Outcome {
    /** The client closed first, and all that was in flight was delivered as far as the backend took it. */
    record ClientClosed() implements Outcome {}

    /** The backend closed first, and all that was in flight was delivered as far as the client took it. */
    record BackendClosed() implements Outcome {}

    /**
     * Something failed.
     *
     * @param blame whose fault it is
     * @param reason one line for logs
     */
    record Failed(Blame blame, String reason) implements Outcome {}

    /** The forwarder has let go of both channels; another takes over. Not used by forwarders of bytes. */
    record HandOver() implements Outcome {}
}
