// SPDX-License-Identifier: Apache-2.0
/** What came of the connections: counted, and in words. */
@NullMarked
package dev.infrajar.stress.report;

import org.jspecify.annotations.NullMarked;
