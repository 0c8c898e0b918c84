// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import java.util.Locale;

/**
 * A domain of a server file in the form that hosts are compared with.
 *
 * @param text lower case, without trailing dots; {@code *} stands for any run of characters, {@code ?} for one
 */
record DomainPattern(String text) {
    static DomainPattern of(String domain) {
        int end = domain.length();
        while (end > 0 && domain.charAt(end - 1) == '.') {
            end--;
        }
        return new DomainPattern(domain.substring(0, end).toLowerCase(Locale.ROOT));
    }

    boolean isExact() {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0;
    }

    /** How many characters stand for themselves. */
    int literalLength() {
        return (int) text.chars().filter(c -> c != '*' && c != '?').count();
    }

    /**
     * Whether a host fits. Allocates nothing; takes at most host times pattern steps, because only the last {@code *}
     * is ever tried again.
     */
    boolean matches(String host) {
        int at = 0;
        int star = -1;
        int starHost = 0;
        int here = 0;
        while (here < host.length()) {
            char wanted = at < text.length() ? text.charAt(at) : 0;
            if (wanted == '*') {
                star = at++;
                starHost = here;
            } else if (at < text.length() && (wanted == '?' || wanted == host.charAt(here))) {
                at++;
                here++;
            } else if (star >= 0) {
                at = star + 1;
                here = ++starHost;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }
}
