// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

import dev.infrajar.net.config.AlsoWritten;
import dev.infrajar.net.config.Durations;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.transport.Cidr;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tomlj.TomlBindOptions;

/** How single values become Java values. Immutable. Each conversion throws {@link BadValue} with its rule. */
public final class Conversions {
    private final Map<Class<?>, Function<Object, ?>> byType;

    private Conversions(Map<Class<?>, Function<Object, ?>> byType) {
        this.byType = byType;
    }

    /**
     * The types that every section may use, enums aside: those need no entry.
     *
     * @return the conversions
     */
    public static Conversions standard() {
        return new Conversions(Map.of())
                .with(String.class, Conversions::text)
                .with(int.class, Conversions::wholeNumber)
                .with(Integer.class, Conversions::wholeNumber)
                .with(long.class, Conversions::longNumber)
                .with(Long.class, Conversions::longNumber)
                .with(double.class, Conversions::number)
                .with(Double.class, Conversions::number)
                .with(boolean.class, Conversions::truth)
                .with(Boolean.class, Conversions::truth)
                .with(Duration.class, Conversions::duration)
                .with(Path.class, Conversions::path)
                .with(HostAndPort.class, Conversions::address)
                .with(Cidr.class, Conversions::block);
    }

    /**
     * These conversions and one more.
     *
     * @param <T> the type
     * @param type the class of the type
     * @param conversion takes what tomlj parsed: String, Long, Double, Boolean, TomlTable and so on
     * @return new conversions
     */
    public <T> Conversions with(Class<T> type, Function<Object, ? extends T> conversion) {
        Map<Class<?>, Function<Object, ?>> more = new LinkedHashMap<>(byType);
        more.put(type, conversion);
        return new Conversions(more);
    }

    /** Whether single values can have a type. */
    boolean covers(Class<?> type) {
        return type.isEnum() || byType.containsKey(type);
    }

    /** The options that make tomlj's binder use these conversions. */
    TomlBindOptions options(Set<Class<?>> enums) {
        TomlBindOptions options = TomlBindOptions.defaults()
                .withKeyNaming(TomlBindOptions.KeyNaming.SNAKE_CASE)
                .withUnknownKeysIgnored(true);
        for (Map.Entry<Class<?>, Function<Object, ?>> entry : byType.entrySet()) {
            options = register(options, entry.getKey(), entry.getValue());
        }
        for (Class<?> type : enums) {
            if (!byType.containsKey(type)) {
                options = register(options, type, value -> word(type, value));
            }
        }
        return options;
    }

    @SuppressWarnings("unchecked") // with() ties each function to its class
    private static <T> TomlBindOptions register(
            TomlBindOptions options, Class<T> type, Function<Object, ?> conversion) {
        return options.withConverter(type, (Function<Object, ? extends T>) conversion);
    }

    /**
     * A text as it is.
     *
     * @param value what was parsed
     * @return the text
     */
    public static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new BadValue("must be a text in quotes");
    }

    /**
     * A constant of an enum, written as a word in snake_case, or as its {@link AlsoWritten} says.
     *
     * @param type the enum
     * @param value what was parsed
     * @return the constant
     */
    public static Object word(Class<?> type, Object value) {
        Object[] constants = type.getEnumConstants();
        Optional<Object> found = Arrays.stream(constants)
                .filter(constant -> wordOf(constant).equals(value) || isAlso(constant, value))
                .findFirst();
        return found.orElseThrow(() -> new BadValue(Arrays.stream(constants)
                .map(constant -> '"' + wordOf(constant) + '"')
                .collect(Collectors.joining(", ", "must be one of ", ""))));
    }

    private static String wordOf(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }

    private static boolean isAlso(Object constant, Object value) {
        try {
            AlsoWritten others = ((Enum<?>) constant)
                    .getDeclaringClass()
                    .getField(((Enum<?>) constant).name())
                    .getAnnotation(AlsoWritten.class);
            return others != null && Arrays.asList(others.value()).contains(value);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("a constant of an enum is a public field of it", e);
        }
    }

    private static Integer wholeNumber(Object value) {
        if (value instanceof Long number && number == number.intValue()) {
            return number.intValue();
        }
        throw new BadValue(
                value instanceof Long
                        ? "must be between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE
                        : "must be a whole number");
    }

    private static Long longNumber(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw new BadValue("must be a whole number");
    }

    private static Double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new BadValue("must be a number");
    }

    private static Boolean truth(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new BadValue("must be true or false");
    }

    private static Duration duration(Object value) {
        try {
            return Durations.parse(value instanceof String text ? text : "");
        } catch (ArithmeticException _) {
            throw new BadValue("must be less than 292 years");
        } catch (IllegalArgumentException e) {
            throw new BadValue(String.valueOf(e.getMessage()));
        }
    }

    private static Path path(Object value) {
        String text = text(value);
        if (text.isBlank()) {
            throw new BadValue("must not be blank");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new BadValue("must be a path: " + e.getReason());
        }
    }

    private static Cidr block(Object value) {
        String text = text(value);
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadValue(
                    "must be an IP address or a block such as \"10.0.0.0/8\" or \"2001:db8::/32\": " + e.getMessage());
        }
    }

    private static HostAndPort address(Object value) {
        try {
            return HostAndPort.parse(text(value));
        } catch (BadValue e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new BadValue(
                    "must be an address such as \"host\", \"host:25565\" or \"[::1]:25565\": " + e.getMessage());
        }
    }
}
