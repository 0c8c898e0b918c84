// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

import java.time.Duration;

/**
 * How the backends of one server are probed.
 *
 * @param isEnabled whether at all
 * @param type what a probe asks for
 * @param interval from one probe of an address to the next, above zero
 * @param timeout how long one may take, above zero
 * @param allAddresses whether addresses are probed that have not failed
 */
public record HealthSettings(
        boolean isEnabled, ProbeType type, Duration interval, Duration timeout, boolean allAddresses) {
    /** Whether addresses are probed that have not failed. */
    public boolean probesAll() {
        return isEnabled && allAddresses;
    }
}
