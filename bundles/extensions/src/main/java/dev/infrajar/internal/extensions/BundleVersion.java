// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a bundle or package, ordered as OSGi Core 8, 3.2.5 says: numbers first, then the qualifier's text. */
record BundleVersion(int major, int minor, int micro, String qualifier) implements Comparable<BundleVersion> {
    static final BundleVersion ZERO = new BundleVersion(0, 0, 0, "");

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.([\\w-]+))?)?)?");
    private static final Comparator<BundleVersion> ORDER = Comparator.comparingInt(BundleVersion::major)
            .thenComparingInt(BundleVersion::minor)
            .thenComparingInt(BundleVersion::micro)
            .thenComparing(BundleVersion::qualifier);

    /**
     * Reads {@code 1}, {@code 1.2}, {@code 1.2.3} or {@code 1.2.3.text}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static BundleVersion parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a version");
        }
        String qualifier = matcher.group(4);
        return new BundleVersion(
                number(matcher, 1), number(matcher, 2), number(matcher, 3), qualifier == null ? "" : qualifier);
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @Override
    public int compareTo(BundleVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String numbers = major + "." + minor + "." + micro;
        return qualifier.isEmpty() ? numbers : numbers + "." + qualifier;
    }
}
