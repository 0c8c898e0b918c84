// SPDX-License-Identifier: Apache-2.0
/**
 * The extension point for letting connections in or not: rate limits, address filters, bans.
 *
 * <p>A {@link dev.infrajar.net.admission.Gate} is asked at four moments, each time with what is known then:
 *
 * <pre>
 *   accepted ──▶ connection ──▶ handshake ──▶ request ──▶ route ──▶ server ──▶ login start ──▶ login ──▶ connect
 * </pre>
 *
 * <p>All gates are asked in the order of their service ranking; the first verdict that is not {@code Pass} counts, and the
 * gates behind it are not asked.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.admission;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
