// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

/**
 * The bundle that a tap comes from.
 *
 * @param bundle its symbolic name
 * @param bundleId its number in the framework
 */
public record Origin(String bundle, long bundleId) {}
