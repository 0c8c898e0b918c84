// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import dev.infrajar.net.forward.Blame;

/** Error numbers of system calls, as Linux has them on x86-64 and AArch64 alike. Source: errno(3), asm-generic/errno.h. */
final class Errno {
    static final int EINTR = 4;
    static final int EBADF = 9;
    static final int EAGAIN = 11;
    static final int ENOMEM = 12;
    static final int EFAULT = 14;
    static final int EINVAL = 22;
    static final int ENFILE = 23;
    static final int EMFILE = 24;
    static final int EPIPE = 32;
    static final int ENOSYS = 38;
    static final int ENOTCONN = 107;
    static final int ECONNRESET = 104;
    static final int ETIMEDOUT = 110;
    static final int EHOSTUNREACH = 113;

    private Errno() {}

    /** Whose fault an error on a peer's socket is: the peer's, unless we called wrongly or lack something. */
    static Blame blame(int errno, Blame peer) {
        return switch (errno) {
            case EBADF, ENOMEM, EFAULT, EINVAL, ENFILE, EMFILE, ENOSYS -> Blame.PROXY;
            default -> peer;
        };
    }

    /** For logs. */
    static String describe(int errno) {
        return switch (errno) {
            case 0 -> "connection closed";
            case ENOMEM -> "out of memory";
            case ENFILE, EMFILE -> "too many open files";
            case EPIPE -> "broken pipe";
            case ENOTCONN -> "not connected";
            case ECONNRESET -> "connection reset";
            case ETIMEDOUT -> "connection timed out";
            case EHOSTUNREACH -> "no route to host";
            default -> "errno " + errno;
        };
    }
}
