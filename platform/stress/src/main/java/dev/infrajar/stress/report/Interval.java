// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.report;

import dev.infrajar.stress.pattern.Outcome;
import java.util.Map;

/**
 * What has happened in a few seconds.
 *
 * @param sinceStartNanos the time from the start of the run to the end of this interval
 * @param nanos its length
 * @param connects connections begun
 * @param answers those that ended as they should: an answer, or for malformed clients the close
 * @param failures all others, by kind
 * @param open connections open at its end
 * @param latency how long the answers took
 */
public record Interval(
        long sinceStartNanos,
        long nanos,
        long connects,
        long answers,
        Map<Outcome, Long> failures,
        int open,
        Latency latency) {}
