// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.nbt;

/**
 * What a tree read from the network may cost.
 *
 * @param depth the most lists and compounds inside each other, 1..512
 * @param heapBytes the most memory of the whole tree in bytes, as estimated by the reader; at least 1
 */
public record NbtLimits(int depth, long heapBytes) {
    /** The depth at which vanilla stops, and the deepest that the reader's recursion is tested with. */
    public static final int MAX_DEPTH = 512;

    /** Checks the bounds. */
    public NbtLimits {
        if (depth < 1 || depth > MAX_DEPTH) {
            throw new IllegalArgumentException("depth = " + depth + ", must be 1 to " + MAX_DEPTH);
        }
        if (heapBytes < 1) {
            throw new IllegalArgumentException("heapBytes = " + heapBytes + ", must be at least 1");
        }
    }
}
