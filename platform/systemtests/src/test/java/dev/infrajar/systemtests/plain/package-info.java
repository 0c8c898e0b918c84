// SPDX-License-Identifier: Apache-2.0
/** Both ends of a connection on plain sockets, for tests that care about single bytes. */
@NullMarked
package dev.infrajar.systemtests.plain;

import org.jspecify.annotations.NullMarked;
