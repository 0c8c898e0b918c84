// SPDX-License-Identifier: Apache-2.0
/** The icons that operators name by an address. */
@NullMarked
package dev.infrajar.internal.status.icon;

import org.jspecify.annotations.NullMarked;
