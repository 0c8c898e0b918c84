// SPDX-License-Identifier: Apache-2.0
/**
 * Measures the proxy beside its peers, all on one machine and in one run:
 *
 * <pre>
 *   Bench (options) ─▶ Plan ─▶ SideBySide ─▶ for each measure, round, contender ─▶ Results ─▶ Page
 *                                                │
 *       client ═══ direct │ haproxy-copy │ haproxy-splice │ ours-copy │ ours-splice ═══ backend
 *         (driver)                        (processes)                                   (driver)
 * </pre>
 *
 * <p>Contenders take turns within a round, and each round begins with another one: what disturbs the machine for a while
 * disturbs all alike. Only medians of many rounds are compared.
 */
@NullMarked
package dev.infrajar.bench;

import org.jspecify.annotations.NullMarked;
