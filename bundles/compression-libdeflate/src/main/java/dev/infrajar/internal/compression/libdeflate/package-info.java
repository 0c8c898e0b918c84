// SPDX-License-Identifier: Apache-2.0
/** Compression with the C library libdeflate, through the JDK's foreign functions. */
@NullMarked
package dev.infrajar.internal.compression.libdeflate;

import org.jspecify.annotations.NullMarked;
