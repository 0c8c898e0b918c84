// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.whiteboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order in which services are called: {@code before} and {@code after} first, then priority, then who came first.
 *
 * @param entries in order
 * @param cycles services whose {@code before} and {@code after} contradict each other; priority has chosen which comes first
 * @param <E> a service
 */
public record CallOrder<E extends CallOrder.Placed>(List<E> entries, List<List<E>> cycles) {
    private static final Comparator<Placed> BY_PRIORITY =
            Comparator.comparingInt(Placed::priority).thenComparingLong(Placed::serviceId);

    /** A service that says where it wants to be. */
    public interface Placed {
        /**
         * Names it among all.
         *
         * @return lower-case words with dashes
         */
        String id();

        /**
         * Services that come later.
         *
         * @return their ids; unknown ones are allowed
         */
        List<String> before();

        /**
         * Services that come earlier.
         *
         * @return their ids; unknown ones are allowed
         */
        List<String> after();

        /**
         * Orders what that leaves open.
         *
         * @return lower ones come first
         */
        int priority();

        /**
         * Orders what that leaves open: who came first.
         *
         * @return its number in the service registry
         */
        long serviceId();
    }

    /** Copies. */
    public CallOrder {
        entries = List.copyOf(entries);
        cycles = List.copyOf(cycles);
    }

    /**
     * Puts services in order.
     *
     * @param unordered the services, each id once
     * @param <E> their type
     * @return all of them
     */
    public static <E extends Placed> CallOrder<E> of(List<E> unordered) {
        List<E> waiting = new ArrayList<>(unordered);
        waiting.sort(BY_PRIORITY);
        List<E> ordered = new ArrayList<>();
        List<List<E>> cycles = new ArrayList<>();
        while (!waiting.isEmpty()) {
            E next = waiting.stream()
                    .filter(entry -> predecessor(entry, waiting).isEmpty())
                    .findFirst()
                    .orElseGet(() -> {
                        cycles.add(cycle(waiting));
                        return cycles.getLast().stream().min(BY_PRIORITY).orElseThrow();
                    });
            waiting.remove(next);
            ordered.add(next);
        }
        return new CallOrder<>(ordered, cycles);
    }

    private static <E extends Placed> Optional<E> predecessor(E entry, List<E> among) {
        return among.stream()
                .filter(other -> other != entry && isBefore(other, entry))
                .findFirst();
    }

    private static boolean isBefore(Placed one, Placed other) {
        return one.before().contains(other.id()) || other.after().contains(one.id());
    }

    /** Goes backwards from one to the next until it meets one again; each of them has a predecessor. */
    private static <E extends Placed> List<E> cycle(List<E> waiting) {
        List<E> path = new ArrayList<>();
        E current = waiting.getFirst();
        while (!path.contains(current)) {
            path.add(current);
            current = predecessor(current, waiting).orElseThrow();
        }
        return List.copyOf(path.subList(path.indexOf(current), path.size()).reversed());
    }

    /**
     * What is wrong with the services of a cycle, and what becomes of them.
     *
     * @param cycle one of {@link #cycles()}
     * @return one line
     */
    public static String fault(List<? extends Placed> cycle) {
        String ids = String.join(", ", cycle.stream().map(Placed::id).toList());
        return "each of these asks to be before the next, and the last before the first: " + ids
                + "; their priorities decide instead";
    }
}
