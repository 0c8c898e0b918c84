// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Memory for what system calls return beside their result, one for each thread that makes them. */
final class CallState {
    private static final long ERRNO_OFFSET =
            Linker.Option.captureStateLayout().byteOffset(PathElement.groupElement("errno"));

    // Freed by the collector: it costs nothing per call to keep alive, unlike a confined or a shared arena.
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment errno = arena.allocate(Linker.Option.captureStateLayout());
    private final MemorySegment pipeEnds = arena.allocate(ValueLayout.JAVA_INT, 2);

    MemorySegment errno() {
        return errno;
    }

    MemorySegment pipeEnds() {
        return pipeEnds;
    }

    int lastErrno() {
        return errno.get(ValueLayout.JAVA_INT, ERRNO_OFFSET);
    }

    int readEnd() {
        return pipeEnds.getAtIndex(ValueLayout.JAVA_INT, 0);
    }

    int writeEnd() {
        return pipeEnds.getAtIndex(ValueLayout.JAVA_INT, 1);
    }
}
