// SPDX-License-Identifier: Apache-2.0
/** Players and their sessions: who is there, how many, and whether more may come. */
@NullMarked
package dev.infrajar.internal.session.player;

import org.jspecify.annotations.NullMarked;
