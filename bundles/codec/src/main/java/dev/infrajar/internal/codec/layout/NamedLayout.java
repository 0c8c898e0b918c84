// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

/**
 * A layout and what the packet is called where it has this layout.
 *
 * @param kind the name in the packet tables
 * @param layout the layout
 * @param <P> the packet's record
 */
public record NamedLayout<P>(String kind, Layout<P> layout) {}
