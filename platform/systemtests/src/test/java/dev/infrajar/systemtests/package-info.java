// SPDX-License-Identifier: Apache-2.0
/**
 * The unpacked zip from outside: the real launcher as a process, with clients and servers that the project did not write
 * where it matters who wrote them, and plain sockets where every byte matters.
 *
 * <pre>
 *  node.NodeClient --+                                      +-- node.NodeServers
 *  plain.PlainClient +--> proxy.Proxy (bin/infrajar) ------+-- minestom.MinestomProcess
 *                                                           +-- plain.PlainBackend
 * </pre>
 *
 * Every process is a child of {@link dev.infrajar.systemtests.process.Children}, which ends it and shows what it printed
 * when a test fails.
 */
@NullMarked
package dev.infrajar.systemtests;

import org.jspecify.annotations.NullMarked;
