// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

/**
 * What the sessions of one event loop share. Event loop only.
 *
 * @param state for their system calls
 * @param pipes for their bytes in flight
 */
record SpliceLoop(CallState state, PipePool pipes) {
    static SpliceLoop create() {
        CallState state = new CallState();
        return new SpliceLoop(state, new PipePool(new KernelPipes(state)));
    }
}
