// SPDX-License-Identifier: Apache-2.0
/** The proxy as an operator has it: an unpacked zip, a working directory, a running process. */
@NullMarked
package dev.infrajar.systemtests.proxy;

import org.jspecify.annotations.NullMarked;
