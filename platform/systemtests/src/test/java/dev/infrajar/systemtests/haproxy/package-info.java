// SPDX-License-Identifier: Apache-2.0
/** HAProxy as the Debian package brings it, in front of the proxy; skipped where it is missing. */
@NullMarked
package dev.infrajar.systemtests.haproxy;

import org.jspecify.annotations.NullMarked;
