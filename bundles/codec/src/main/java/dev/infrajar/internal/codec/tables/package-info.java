// SPDX-License-Identifier: Apache-2.0
/** What the bundle's own files say: names and ids of packets, protocol numbers and their releases. */
@NullMarked
package dev.infrajar.internal.codec.tables;

import org.jspecify.annotations.NullMarked;
