// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

/** Something that goes on until it is closed. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
    /** Ends it; a second call does nothing. Callable from any thread; when it returns, no further call-back starts. */
    @Override
    void close();
}
