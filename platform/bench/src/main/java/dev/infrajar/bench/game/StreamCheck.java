// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Looks at a stream that arrives, cheaply: the driver shares its processors with what is measured. */
interface StreamCheck {
    /**
     * Takes the bytes that follow.
     *
     * @param chunk its readable bytes are theirs; read as a whole
     * @throws IOException if they are wrong
     */
    void take(ByteBuffer chunk) throws IOException;
}
