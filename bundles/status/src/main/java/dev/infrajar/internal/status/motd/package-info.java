// SPDX-License-Identifier: Apache-2.0
/** What operators write about the server list. */
@NullMarked
package dev.infrajar.internal.status.motd;

import org.jspecify.annotations.NullMarked;
