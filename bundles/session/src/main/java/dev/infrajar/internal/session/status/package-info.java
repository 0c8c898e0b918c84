// SPDX-License-Identifier: Apache-2.0
/** Answers status requests. */
@NullMarked
package dev.infrajar.internal.session.status;

import org.jspecify.annotations.NullMarked;
