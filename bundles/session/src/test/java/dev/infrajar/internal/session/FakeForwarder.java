// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.net.forward.Flow;
import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.ForwarderFactory;
import dev.infrajar.net.forward.Link;
import dev.infrajar.net.forward.Outcome;
import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicBoolean;

/** Moves nothing; ends when it is told to. */
public record FakeForwarder(Link link, AtomicBoolean isOver) implements Forwarder {
    private static final Flow SILENT = new Flow() {
        @Override
        public long readBytes() {
            return 7;
        }

        @Override
        public long pendingBytes() {
            return 0;
        }

        @Override
        public boolean isReading() {
            return false;
        }

        @Override
        public boolean isOpen() {
            return true;
        }
    };

    public static ForwarderFactory factory() {
        return new ForwarderFactory() {
            @Override
            public boolean supports(Channel client, Channel backend) {
                return true;
            }

            @Override
            public Forwarder create(Link link) {
                return new FakeForwarder(link, new AtomicBoolean());
            }
        };
    }

    @Override
    public void start() {
        link.client().received().release();
        link.backend().received().release();
    }

    @Override
    public void abort(Outcome outcome) {
        if (isOver.compareAndSet(false, true)) {
            link.ended().accept(outcome);
        }
    }

    @Override
    public Flow serverbound() {
        return SILENT;
    }

    @Override
    public Flow clientbound() {
        return SILENT;
    }
}
