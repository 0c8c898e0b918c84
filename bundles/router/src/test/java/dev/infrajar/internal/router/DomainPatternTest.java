// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainPatternTest {
    @ParameterizedTest
    @CsvSource({
        "*.example.com, play.example.com, true",
        "*.example.com, a.b.example.com, true",
        "*.example.com, .example.com, true",
        "*.example.com, example.com, false",
        "*, anything.at.all, true",
        "*, '', true",
        "?, '', false",
        "mc?.example, mc1.example, true",
        "mc?.example, mc.example, false",
        "mc?.example, mc12.example, false",
        "a*b*c, aXbXbXc, true",
        "a*b*c, aXcXb, false",
        "**a**, bab, true",
        "*.EXAMPLE.com., play.example.com, true",
        "a.b, a.b, true",
        "a.b, axb, false",
    })
    void matchesAsDocumented(String domain, String host, boolean expected) {
        assertThat(DomainPattern.of(domain).matches(host)).isEqualTo(expected);
    }

    @Test
    void countsLiteralCharacters() {
        assertThat(DomainPattern.of("*.a?.b*").literalLength()).isEqualTo(4);
        assertThat(DomainPattern.of("a.b").isExact()).isTrue();
        assertThat(DomainPattern.of("a?b").isExact()).isFalse();
    }

    @Test
    void agreesWithRegularExpressions() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            String pattern = word(random, "ab.*?", 8);
            String host = word(random, "ab.", 10);
            String expression = DomainPattern.of(pattern)
                    .text()
                    .chars()
                    .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                    .collect(Collectors.joining());

            assertThat(DomainPattern.of(pattern).matches(host))
                    .as("%s against %s", pattern, host)
                    .isEqualTo(host.matches(expression));
        }
    }

    @Test
    void takesFewStepsForAHostilePattern() {
        // Exponential for a matcher that tries every star again.
        DomainPattern pattern = DomainPattern.of("*a".repeat(100) + "b");
        assertThat(pattern.matches("a".repeat(255))).isFalse();
    }

    private static String word(Random random, String letters, int longest) {
        return random.ints(random.nextInt(longest), 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
