// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.infrajar.net.forward.ForwarderFactory;
import dev.infrajar.tck.Peer.Bytes;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;

/** What the tests of {@link ForwarderContract} stand on: one event loop per test, and a look for leaks behind each. */
abstract class ForwarderFixture {
    static final long KIB = 1024;
    static final long MIB = 1024 * KIB;

    /** More than all socket buffers of a session take together, so that a peer that does not read stops the sender. */
    static final long STALLING_BYTES = 64 * MIB;

    final ForwarderFactory factory;
    final ForwarderRig rig;
    private final LeakWatch leaks;

    ForwarderFixture(ForwarderFactory factory, TransportKind transport) throws IOException {
        assumeTrue(transport.isAvailable(), transport + " is not available on this machine");
        this.factory = factory;
        this.leaks = new LeakWatch();
        this.rig = new ForwarderRig(transport);
    }

    @AfterEach
    final void leavesNoBufferBehind() throws IOException {
        rig.close();
        assertThat(leaks.leaks()).as("buffers dropped without being released").isEmpty();
        leaks.close();
    }

    final RelaySession relay() throws IOException {
        return rig.relay(factory);
    }

    /** A session whose peers can take little before they have to read. */
    final RelaySession relayToSmallBuffers() throws IOException {
        rig.limitReceiveBuffers((int) (64 * KIB));
        return relay();
    }

    /** Ends a session by its client, then its backend. */
    static void closeBoth(RelaySession session) {
        session.client().closeOutput();
        session.backend().receiveToEnd();
        session.backend().closeOutput();
        session.awaitOutcome();
    }

    static CompletableFuture<Bytes> async(Supplier<Bytes> work) {
        CompletableFuture<Bytes> result = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("peer").start(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** Sends in the background, more than will be read: the sender ends when its connection does. */
    static void sendUntilClosed(Peer from) {
        Thread.ofPlatform().daemon().name("sender").start(from::sendUntilClosed);
    }

    /** Sends through one end and receives at the other; what arrives must be what was sent. */
    static void assertArrives(Peer from, Peer to, long bytes) {
        CompletableFuture<Bytes> sent = async(() -> from.send(bytes));
        assertThat(to.receive(bytes)).isEqualTo(sent.join());
    }
}
