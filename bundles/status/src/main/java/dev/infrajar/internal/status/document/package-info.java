// SPDX-License-Identifier: Apache-2.0
/** The JSON of a Status Response, its text, and what plugins see of it. */
@NullMarked
package dev.infrajar.internal.status.document;

import org.jspecify.annotations.NullMarked;
