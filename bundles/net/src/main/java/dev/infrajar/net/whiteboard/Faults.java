// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.whiteboard;

import dev.infrajar.net.core.FaultyService;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The services of a whiteboard that are not used as they were declared. Guarded by its owner's lock. */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final String noun;
    private final String prefix;
    private List<FaultyService> present = List.of();

    /**
     * None yet.
     *
     * @param noun what such a service is, for example {@code tap}
     * @param prefix what the names of its service properties begin with, for example {@code tap.}
     */
    public Faults(String noun, String prefix) {
        this.noun = noun;
        this.prefix = prefix;
    }

    /**
     * A fault, not noted yet.
     *
     * @param candidate the service
     * @param reason what is wrong
     * @return it
     */
    public FaultyService of(Candidate<?> candidate, String reason) {
        Object id = candidate.properties().getOrDefault(prefix + "id", "without id");
        Origin origin = candidate.origin();
        return new FaultyService(origin.bundle(), origin.bundleId(), noun + " " + id, reason);
    }

    /**
     * Notes what is wrong now, and logs what was not before.
     *
     * @param found all faults there are
     */
    public void replace(List<FaultyService> found) {
        found.stream()
                .filter(fault -> !present.contains(fault))
                .forEach(fault -> LOG.warn("Plugin {}: {}: {}", fault.bundle(), fault.service(), fault.reason()));
        present = List.copyOf(found);
    }

    /**
     * Those noted last.
     *
     * @return as a copy
     */
    public List<FaultyService> present() {
        return present;
    }
}
