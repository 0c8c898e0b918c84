// SPDX-License-Identifier: Apache-2.0
/**
 * Talking to a peer packet by packet, before a forwarder relays the connection: logins towards the client and towards the
 * backend. Straight-line code on virtual threads.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.conversation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
