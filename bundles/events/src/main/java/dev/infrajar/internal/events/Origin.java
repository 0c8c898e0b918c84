// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

/**
 * The bundle that a listener comes from.
 *
 * @param bundle its symbolic name
 * @param bundleId its number in the framework
 */
record Origin(String bundle, long bundleId) {}
