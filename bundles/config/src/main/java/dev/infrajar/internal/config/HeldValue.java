// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.Registration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A value in the hands of one bundle, which is blamed for what its changes do. */
final class HeldValue implements ConfigValue<Object> {
    private final LiveValue value;
    private final String holder;
    private final List<Registration> registrations = new CopyOnWriteArrayList<>();

    HeldValue(LiveValue value, String holder) {
        this.value = value;
        this.holder = holder;
    }

    @Override
    public Object get() {
        return value.now();
    }

    @Override
    public Registration onChange(Change<Object> change) {
        Registration registration = value.onChange(holder, change);
        registrations.add(registration);
        return () -> {
            registration.close();
            registrations.remove(registration);
        };
    }

    /** Ends what the bundle has not ended itself. */
    void release() {
        registrations.forEach(Registration::close);
        registrations.clear();
    }
}
