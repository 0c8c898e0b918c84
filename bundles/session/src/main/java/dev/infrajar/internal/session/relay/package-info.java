// SPDX-License-Identifier: Apache-2.0
/** What goes on beside the bytes of a relayed session: its time limits, its packets, its end. */
@NullMarked
package dev.infrajar.internal.session.relay;

import org.jspecify.annotations.NullMarked;
