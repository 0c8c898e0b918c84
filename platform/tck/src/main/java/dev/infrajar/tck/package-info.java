// SPDX-License-Identifier: Apache-2.0
/** Contract kits: what every implementation of an extension point must pass. */
@NullMarked
package dev.infrajar.tck;

import org.jspecify.annotations.NullMarked;
