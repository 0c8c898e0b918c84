// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import io.netty.channel.epoll.EpollIoOps;

/**
 * What epoll is asked to tell about a socket. All but {@link #NOTHING} are level-triggered: a socket is asked about bytes
 * only while somebody takes them, and about space only while somebody waits for it, so no condition stays armed that nobody
 * ends. A peer's EOF is readable like bytes; EPOLLRDHUP is not needed.
 */
final class Interest {
    /**
     * Errors only. Edge-triggered, since EPOLLERR and EPOLLHUP are always told, and level-triggered they would be told for
     * ever while the bytes in front of the end cannot be passed on. {@link EpollIoOps#NONE} would take the socket out of the
     * epoll set, and Netty 4.2.18 cannot put it back.
     */
    static final EpollIoOps NOTHING = EpollIoOps.EPOLLET;

    static final EpollIoOps READ = EpollIoOps.EPOLLIN;
    static final EpollIoOps WRITE = EpollIoOps.EPOLLOUT;
    static final EpollIoOps READ_AND_WRITE = READ.with(WRITE);

    private Interest() {}

    /** One of four constants. */
    static EpollIoOps of(boolean read, boolean write) {
        if (read) {
            return write ? READ_AND_WRITE : READ;
        }
        return write ? WRITE : NOTHING;
    }
}
