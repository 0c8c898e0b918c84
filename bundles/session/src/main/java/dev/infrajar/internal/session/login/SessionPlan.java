// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.forward.ForwarderFactory;

/**
 * What was decided for one session at its start; nothing is looked up later.
 *
 * @param server the server it goes to, as its definition was then
 * @param forwarderKind the kind of forwarder, for people
 * @param forwarders makes the forwarder
 */
record SessionPlan(ServerDefinition server, String forwarderKind, ForwarderFactory forwarders) {}
