// SPDX-License-Identifier: Apache-2.0
/**
 * The extension point for looking at connections of clients below the protocol, in every mode of a server.
 *
 * <pre>
 *   accepted, PROXY header taken
 *        │
 *        ▼
 *   factory.accept(connection) ─▶ Pass      nothing more is asked
 *        │                     ─▶ Refuse    the connection is closed, without a word
 *        ▼
 *      Watch ─▶ filter ── clientBytes, serverBytes ─▶ Pass, Replace, Close      only if it asked for bytes
 *                 │
 *                 ├────── wantsBytes(route)            once, when a login has found its server
 *                 ▼
 *               closed(end)                            once, always
 * </pre>
 *
 * <p>A {@link dev.infrajar.net.filter.TransportFilterFactory} is a service with the properties of
 * {@link dev.infrajar.net.filter.FilterDeclaration}. Filters see the client's socket: what has come from it behind a PROXY header, and
 * what is about to be written to it, which in {@code client_only} is encrypted after the login. A connection whose bytes a filter wants
 * passes through the proxy: it is not spliced. All others pay nothing.
 *
 * <p>Everything of a connection happens on its event loop: what takes longer than a microsecond holds up every connection of that
 * loop. A call that throws is counted and blamed, and taken for {@code Pass} if the filter has declared to fail open; else the
 * connection is closed. A filter that keeps failing is quarantined.
 *
 * <p>When the service of a factory leaves, the connections that its filters watch go on without them.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.filter;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
