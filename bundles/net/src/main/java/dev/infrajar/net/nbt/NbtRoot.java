// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.nbt;

/** How the outermost tag is written on the network. */
public enum NbtRoot {
    /** With a name, which is empty and means nothing: before 1.20.2 (protocol 764). */
    NAMED,
    /** Without: since 1.20.2. */
    NAMELESS
}
