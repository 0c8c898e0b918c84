// SPDX-License-Identifier: Apache-2.0
/**
 * Shows packets to the taps that asked for them.
 *
 * <pre>
 *  service registry ─▶ TapsComponent ─▶ TapRegistry ─▶ TapSnapshot (immutable: TapEntry, TapEntry, ... in order)
 *                                            │                │ Interests, one for each packet table: who wants which id
 *                          refresh, on its   ▼                ▼
 *                          event loop     SessionChain: one Slot for each TapEntry; PhaseRuns for each phase and direction
 *                                            │
 *  forwarder ─▶ packet of id ─▶ Run: the slots that want the id ─▶ PacketTap, PacketTap, ...
 * </pre>
 *
 * <p>Everything is resolved when a session starts or the taps change; a packet costs an array look-up, and for each tap a call
 * and a counter. For every 64th packet of a run one of its taps is timed, or every call,
 * if the operator says so.
 */
@NullMarked
package dev.infrajar.internal.taps;

import org.jspecify.annotations.NullMarked;
