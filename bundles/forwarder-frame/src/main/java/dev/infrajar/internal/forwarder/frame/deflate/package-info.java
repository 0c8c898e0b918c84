// SPDX-License-Identifier: Apache-2.0
/**
 * Decodes the first bytes of a zlib stream (RFC 1950, RFC 1951) without preparing for the rest of it.
 *
 * <pre>
 *   {@link dev.infrajar.internal.forwarder.frame.deflate.StreamHead}      the blocks, byte by byte
 *     ├── {@link dev.infrajar.internal.forwarder.frame.deflate.BlockCodes}     the two codes of a block
 *     │     ├── {@link dev.infrajar.internal.forwarder.frame.deflate.CodeLengths}   how a block tells them
 *     │     └── {@link dev.infrajar.internal.forwarder.frame.deflate.PrefixCode}    one of them
 *     └── {@link dev.infrajar.internal.forwarder.frame.deflate.BitWindow}      the bits
 * </pre>
 *
 * <p>What zlib refuses before the byte that was asked for is refused here; damage behind it is not seen. Event loop only.
 */
@NullMarked
package dev.infrajar.internal.forwarder.frame.deflate;

import org.jspecify.annotations.NullMarked;
