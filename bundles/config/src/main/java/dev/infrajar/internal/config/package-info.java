// SPDX-License-Identifier: Apache-2.0
/** Reads and checks the configuration files: binds each installed section, reports everything that is wrong. */
@NullMarked
package dev.infrajar.internal.config;

import org.jspecify.annotations.NullMarked;
