// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.whiteboard;

/**
 * The bundle that a service comes from.
 *
 * @param bundle its symbolic name
 * @param bundleId its number in the framework
 */
public record Origin(String bundle, long bundleId) {}
