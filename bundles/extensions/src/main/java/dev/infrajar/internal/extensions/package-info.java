// SPDX-License-Identifier: Apache-2.0
/** Installs, updates and removes plugins and platform bundles at run time. */
@NullMarked
package dev.infrajar.internal.extensions;

import org.jspecify.annotations.NullMarked;
