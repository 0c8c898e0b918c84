// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import dev.infrajar.net.forward.Flow;

/**
 * A direction at one moment.
 *
 * @param readBytes as {@link Flow#readBytes()}
 * @param pendingBytes as {@link Flow#pendingBytes()}
 * @param isReading as {@link Flow#isReading()}
 * @param isOpen as {@link Flow#isOpen()}
 */
public record FlowView(long readBytes, long pendingBytes, boolean isReading, boolean isOpen) {
    static FlowView of(Flow flow) {
        return new FlowView(flow.readBytes(), flow.pendingBytes(), flow.isReading(), flow.isOpen());
    }
}
