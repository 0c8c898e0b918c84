// SPDX-License-Identifier: Apache-2.0
/** The other bundles that sessions are made of: each may be away for a moment, or replaced while sessions run. */
@NullMarked
package dev.infrajar.internal.session.services;

import org.jspecify.annotations.NullMarked;
