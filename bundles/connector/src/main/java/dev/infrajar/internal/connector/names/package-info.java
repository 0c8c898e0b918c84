// SPDX-License-Identifier: Apache-2.0
/**
 * Host names of backends: asked of the hosts file, of the name servers of {@code /etc/resolv.conf} through Netty, and of the
 * platform; kept for as long as their records say.
 */
@NullMarked
package dev.infrajar.internal.connector.names;

import org.jspecify.annotations.NullMarked;
