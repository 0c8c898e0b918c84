// SPDX-License-Identifier: Apache-2.0
/**
 * Sockets: the event loops, accepted connections on their way to the session bundle, and connections to backends.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.transport;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
