// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

/**
 * A service of a plugin that cannot be used as it is declared.
 *
 * @param bundle the symbolic name of its bundle
 * @param bundleId the bundle's number in this framework
 * @param service what it is, for example {@code tap chat-filter}
 * @param reason one line that says what is wrong, and what has become of the service
 */
public record FaultyService(String bundle, long bundleId, String service, String reason) {}
