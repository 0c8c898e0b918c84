// SPDX-License-Identifier: Apache-2.0
/** Answers to server list pings. */
@NullMarked
package dev.infrajar.internal.status;

import org.jspecify.annotations.NullMarked;
