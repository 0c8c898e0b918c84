// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress;

import dev.infrajar.stress.pattern.Pattern;
import java.util.List;

/** What well-behaved clients come for. */
enum Kind {
    STATUS,
    LOGIN,
    BOTH;

    List<Pattern> patterns() {
        return switch (this) {
            case STATUS -> List.of(Pattern.STATUS);
            case LOGIN -> List.of(Pattern.LOGIN);
            case BOTH -> List.of(Pattern.STATUS, Pattern.LOGIN);
        };
    }
}
