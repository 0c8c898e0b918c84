// SPDX-License-Identifier: Apache-2.0
/**
 * The packets of the login phase whose fields the proxy knows. What they are for is in {@code dev.infrajar.net.packet}.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.packet.login;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
