// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.ForwarderFactory;
import dev.infrajar.net.forward.Link;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.tck.ForwarderRig;
import dev.infrajar.tck.RelaySession;
import dev.infrajar.tck.TransportKind;
import io.netty.channel.Channel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SpliceForwarderPipesTest {
    private static final long MANY_BYTES = 1024 * 1024;

    private final ForwarderRig rig;

    SpliceForwarderPipesTest() throws IOException {
        assumeTrue(TransportKind.EPOLL.isAvailable(), "splice needs epoll");
        rig = new ForwarderRig(TransportKind.EPOLL);
    }

    @AfterEach
    void closeRig() throws IOException {
        rig.close();
    }

    @Test
    void sessionsThatTakeTurnsShareOnePipe() throws IOException {
        CountedPipes pipes = kernelPipes();
        ForwarderFactory factory = forwardersWith(pipes);
        List<RelaySession> sessions = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            sessions.add(rig.relay(factory));
        }
        for (RelaySession session : sessions) {
            session.client().send(1_000);
            session.backend().receive(1_000);
            session.backend().send(1_000);
            session.client().receive(1_000);
        }
        assertThat(pipes.opened()).isOne();
    }

    @Test
    void lastSessionClosesThePipes() throws IOException {
        CountedPipes pipes = kernelPipes();
        RelaySession session = rig.relay(forwardersWith(pipes));
        session.client().send(MANY_BYTES);
        session.backend().receive(MANY_BYTES);
        session.abort(new Outcome.ClientClosed());
        session.awaitOutcome();

        assertThat(pipes.opened()).isPositive();
        assertThat(pipes.stillOpen()).isZero();
    }

    @Test
    void missingPipeEndsTheSession() throws IOException {
        RelaySession session = rig.relay(forwardersWith(new PipeSource() {
            @Override
            public Pipe open() throws IOException {
                throw new IOException("cannot create a pipe: too many open files");
            }

            @Override
            public void close(Pipe pipe) {}
        }));
        session.client().send(2);

        assertThat(session.awaitOutcome())
                .isEqualTo(new Outcome.Failed(Blame.PROXY, "cannot create a pipe: too many open files"));
    }

    private static CountedPipes kernelPipes() {
        return new CountedPipes(new KernelPipes(new CallState()));
    }

    private static ForwarderFactory forwardersWith(PipeSource pipes) {
        SpliceLoop loop = new SpliceLoop(new CallState(), new PipePool(pipes));
        return new ForwarderFactory() {
            @Override
            public boolean supports(Channel client, Channel backend) {
                return true;
            }

            @Override
            public Forwarder create(Link link) {
                return new SpliceForwarder(link, loop);
            }
        };
    }
}
