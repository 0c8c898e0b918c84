// SPDX-License-Identifier: Apache-2.0
/** What an operator can ask of the sessions: who is there, where; to end them; to let nobody in any more. */
@NullMarked
package dev.infrajar.internal.session.console;

import org.jspecify.annotations.NullMarked;
