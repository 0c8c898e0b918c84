// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The four system calls that Netty does not offer, from the C library. All are thread-safe and none blocks, since every
 * descriptor they get is non-blocking. A negative result is {@code -errno}.
 *
 * <p>None allocates but for the JDK: its linker makes a view of the segment for {@code errno} for every call, 40 bytes, which the compiler
 * removes or does not, by the profile it has (JDK 25.0.3: 0, 40 or 80 bytes for the two calls of a message, in one process
 * always the same). A call without that segment could not tell why it failed, nor could a second one: a reset is reported once.
 *
 * <p>Initialising this class links the handles, which takes tens of milliseconds: {@link SpliceAvailability} does it in the
 * background.
 */
final class Syscalls {
    /** SPLICE_F_MOVE | SPLICE_F_NONBLOCK, splice(2). */
    private static final int SPLICE_FLAGS = 1 | 2;

    /** SPLICE_F_MORE, splice(2): more bytes will follow, so a segment that is not full may wait for them. */
    private static final int SPLICE_MORE = 4;

    /** O_NONBLOCK | O_CLOEXEC, pipe2(2); the same on x86-64 and AArch64. */
    private static final int PIPE_FLAGS = 0x800 | 0x80000;

    /** F_SETPIPE_SZ, fcntl(2). */
    private static final int F_SETPIPE_SZ = 1031;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option CAPTURE_ERRNO = Linker.Option.captureCallState("errno");

    /** ssize_t splice(int, off64_t *, int, off64_t *, size_t, unsigned); the two pointers are always null. */
    private static final MethodHandle SPLICE = link(
            "splice",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT),
            CAPTURE_ERRNO);

    private static final MethodHandle PIPE2 = link(
            "pipe2",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
            CAPTURE_ERRNO);

    private static final MethodHandle FCNTL = link(
            "fcntl",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
            CAPTURE_ERRNO,
            Linker.Option.firstVariadicArg(2));

    private static final MethodHandle CLOSE =
            link("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT), CAPTURE_ERRNO);

    private Syscalls() {}

    /** Moves up to {@code length} bytes from one descriptor to the other, one of them a pipe; 0 at the source's end. */
    static long splice(CallState state, int source, int sink, long length) {
        return splice(state, source, sink, length, SPLICE_FLAGS);
    }

    /** As {@link #splice}; the socket may hold the end of these bytes back, because more will follow at once. */
    static long spliceMore(CallState state, int source, int sink, long length) {
        return splice(state, source, sink, length, SPLICE_FLAGS | SPLICE_MORE);
    }

    private static long splice(CallState state, int source, int sink, long length, int flags) {
        try {
            long moved = (long) SPLICE.invokeExact(state.errno(), source, 0L, sink, 0L, length, flags);
            return moved < 0 ? -state.lastErrno() : moved;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Opens a pipe; its descriptors, the reading one first, are then in {@link CallState#pipeEnds()}. */
    static int pipe(CallState state) {
        try {
            int result = (int) PIPE2.invokeExact(state.errno(), state.pipeEnds(), PIPE_FLAGS);
            return result < 0 ? -state.lastErrno() : result;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Asks for a pipe size in bytes; the size it has got, which may be another. */
    static int setPipeSize(CallState state, int pipe, int bytes) {
        try {
            int size = (int) FCNTL.invokeExact(state.errno(), pipe, F_SETPIPE_SZ, bytes);
            return size < 0 ? -state.lastErrno() : size;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Closes a descriptor. */
    static int close(CallState state, int descriptor) {
        try {
            int result = (int) CLOSE.invokeExact(state.errno(), descriptor);
            return result < 0 ? -state.lastErrno() : result;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    @SuppressWarnings("restricted") // native access is what this class is for; the launcher allows it
    private static MethodHandle link(String name, FunctionDescriptor signature, Linker.Option... options) {
        MemorySegment function = LINKER.defaultLookup().findOrThrow(name);
        return LINKER.downcallHandle(function, signature, options);
    }

    private static IllegalStateException unexpected(Throwable e) {
        return new IllegalStateException("a system call's handle does not throw", e);
    }
}
