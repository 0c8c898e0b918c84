// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Bans for tests. */
public final class SampleBans {
    private SampleBans() {}

    /** A ban for ever, without a reason. */
    public static Ban permanent(Target target) {
        return new Ban(target, Optional.empty(), Optional.of(ManualClock.START), Optional.empty(), "console");
    }

    /** A ban with a reason, made at {@link ManualClock#START}. */
    public static Ban during(Target target, Duration duration) {
        Instant end = ManualClock.START.plus(duration);
        return new Ban(target, Optional.of("griefing"), Optional.of(ManualClock.START), Optional.of(end), "console");
    }

    /** An address, from a literal. */
    public static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
