// SPDX-License-Identifier: Apache-2.0
/**
 * The proxies under test as processes: configured in a folder of their own, started, waited for, ended by their process
 * id.
 */
@NullMarked
package dev.infrajar.bench.contender;

import org.jspecify.annotations.NullMarked;
