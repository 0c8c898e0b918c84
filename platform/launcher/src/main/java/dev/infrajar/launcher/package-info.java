// SPDX-License-Identifier: Apache-2.0
/** The process: reads the command line, starts the framework with the bundles of the distribution, stops it again. */
@NullMarked
package dev.infrajar.launcher;

import org.jspecify.annotations.NullMarked;
