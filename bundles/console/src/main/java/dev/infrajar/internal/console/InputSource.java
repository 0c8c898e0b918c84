// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

/** Reads lines and hands them on, on the thread that runs it, until the input ends or it is closed. */
interface InputSource extends Runnable {
    /** Ends it; a line that is being waited for is dropped. Waits for half a second at most; a second call does nothing. */
    void close();
}
