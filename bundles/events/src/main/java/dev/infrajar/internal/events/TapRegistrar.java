// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.net.core.Registration;
import dev.infrajar.net.intercept.PacketTapFactory;
import java.util.Map;

/** Puts a factory of taps where the registry of taps finds it. */
@FunctionalInterface
interface TapRegistrar {
    /**
     * Registers a factory.
     *
     * @param properties those of {@link dev.infrajar.net.intercept.TapInterest}, perhaps of {@link dev.infrajar.net.intercept.TapOwner}
     * @param factory makes the taps
     * @return withdraws it
     */
    Registration register(Map<String, Object> properties, PacketTapFactory factory);
}
