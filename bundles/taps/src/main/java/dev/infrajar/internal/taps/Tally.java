// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A count that one session's event loop changes, and every thread may read. */
final class Tally {
    private static final VarHandle COUNT = countHandle();

    /** Written by the event loop alone, opaque: a plain move on every processor, never torn, seen by others in time. */
    private long count;

    private static VarHandle countHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(Tally.class, "count", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    void increment() {
        COUNT.setOpaque(this, count + 1);
    }

    void decrement() {
        COUNT.setOpaque(this, count - 1);
    }

    long count() {
        return (long) COUNT.getOpaque(this);
    }
}
