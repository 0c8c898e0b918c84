// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.icon;

import java.io.IOException;

/** Gets what is at an address. */
@FunctionalInterface
interface IconSource {
    /**
     * Gets it. Blocks for ten seconds at most; virtual threads only.
     *
     * @param address of http or https
     * @return the body of the answer, at most {@link dev.infrajar.internal.status.motd.Favicon#MAX_BYTES}
     * @throws IOException if there is none; the message says why
     * @throws InterruptedException if the thread was interrupted
     */
    byte[] load(String address) throws IOException, InterruptedException;
}
