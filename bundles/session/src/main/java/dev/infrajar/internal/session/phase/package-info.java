// SPDX-License-Identifier: Apache-2.0
/**
 * A client's connection up to its login: one Netty handler for each phase, each replaced by the next.
 *
 * <pre>
 *   OpeningHandler ─┬─ StatusHandler
 *                   ├─ legacy answer ─ LingerHandler
 *                   └─ LoginStartHandler ─ HoldHandler ─┬─ (forwarder)
 *                                                       └─ LingerHandler
 * </pre>
 *
 * <p>Everything here runs on the channel's event loop and never waits; each phase has a deadline and a bound in bytes.
 */
@NullMarked
package dev.infrajar.internal.session.phase;

import org.jspecify.annotations.NullMarked;
