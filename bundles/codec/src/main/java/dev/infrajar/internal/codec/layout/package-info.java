// SPDX-License-Identifier: Apache-2.0
/**
 * How typed packets are written. Nothing here asks for a version: {@code Layouts} lists, for each type of packet, what it is
 * called and how it is laid out from which protocol number on.
 */
@NullMarked
package dev.infrajar.internal.codec.layout;

import org.jspecify.annotations.NullMarked;
