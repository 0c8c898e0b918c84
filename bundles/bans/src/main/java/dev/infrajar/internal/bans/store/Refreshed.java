// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What reading the file again has shown.
 *
 * @param added bans that were not there
 * @param changed bans whose reason, time or source is another
 * @param removed bans that are gone
 * @param problems what is wrong with the file, a line each
 */
public record Refreshed(int added, int changed, int removed, List<String> problems) {
    /** Nothing new. */
    static final Refreshed NOTHING = new Refreshed(0, 0, 0, List.of());

    static Refreshed between(BanIndex before, BanIndex now, List<String> problems) {
        Map<Target, Ban> old = before.all();
        int added = 0;
        int changed = 0;
        int kept = 0;
        for (Map.Entry<Target, Ban> entry : now.all().entrySet()) {
            Ban same = old.get(entry.getKey());
            added += same == null ? 1 : 0;
            kept += same == null ? 0 : 1;
            changed += same == null || same.equals(entry.getValue()) ? 0 : 1;
        }
        return new Refreshed(added, changed, old.size() - kept, List.copyOf(problems));
    }

    /** A number of bans in words. */
    static String bans(int count) {
        return count == 1 ? "1 ban" : count + " bans";
    }

    /**
     * Whether the bans are others now.
     *
     * @return {@code false} if there are problems at most
     */
    public boolean isDifferent() {
        return added + changed + removed > 0;
    }

    /**
     * It in words.
     *
     * @return a line each; empty when there is nothing to say
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (isDifferent()) {
            lines.add(bans(added) + " added, " + changed + " changed, " + removed + " removed");
        }
        lines.addAll(problems);
        return lines;
    }
}
