// SPDX-License-Identifier: Apache-2.0
/** Compression with the zlib of the JDK. */
@NullMarked
package dev.infrajar.internal.compression.jdk;

import org.jspecify.annotations.NullMarked;
