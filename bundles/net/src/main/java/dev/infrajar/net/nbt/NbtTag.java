// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.nbt;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One value of a tree. Immutable; arrays are shared, not copied, and must not be changed. */
public sealed interface NbtTag {
    /**
     * The type that is written before it.
     *
     * @return never {@link NbtType#END}
     */
    NbtType type();

    /** A tag that holds one number. */
    sealed interface Numeric extends NbtTag {
        /**
         * The number.
         *
         * @return of the tag's own width
         */
        Number number();
    }

    /**
     * 8 bits; also truth values.
     *
     * @param value any; 0 is false
     */
    record Int8(byte value) implements Numeric {
        /**
         * A truth value.
         *
         * @param value any
         * @return 1 or 0
         */
        public static Int8 of(boolean value) {
            return new Int8((byte) (value ? 1 : 0));
        }

        @Override
        public NbtType type() {
            return NbtType.BYTE;
        }

        @Override
        public Number number() {
            return value;
        }
    }

    /**
     * 16 bits.
     *
     * @param value any
     */
    record Int16(short value) implements Numeric {
        @Override
        public NbtType type() {
            return NbtType.SHORT;
        }

        @Override
        public Number number() {
            return value;
        }
    }

    /**
     * 32 bits.
     *
     * @param value any
     */
    record Int32(int value) implements Numeric {
        @Override
        public NbtType type() {
            return NbtType.INT;
        }

        @Override
        public Number number() {
            return value;
        }
    }

    /**
     * 64 bits.
     *
     * @param value any
     */
    record Int64(long value) implements Numeric {
        @Override
        public NbtType type() {
            return NbtType.LONG;
        }

        @Override
        public Number number() {
            return value;
        }
    }

    /**
     * 32 bits, IEEE 754.
     *
     * @param value any
     */
    record Float32(float value) implements Numeric {
        @Override
        public NbtType type() {
            return NbtType.FLOAT;
        }

        @Override
        public Number number() {
            return value;
        }
    }

    /**
     * 64 bits, IEEE 754.
     *
     * @param value any
     */
    record Float64(double value) implements Numeric {
        @Override
        public NbtType type() {
            return NbtType.DOUBLE;
        }

        @Override
        public Number number() {
            return value;
        }
    }

    /**
     * A text.
     *
     * @param value at most 65,535 bytes of modified UTF-8
     */
    record Text(String value) implements NbtTag {
        @Override
        public NbtType type() {
            return NbtType.STRING;
        }
    }

    /**
     * Bytes.
     *
     * @param values shared
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by content; may be large, so it is not copied
    record ByteArray(byte[] values) implements NbtTag {
        @Override
        public NbtType type() {
            return NbtType.BYTE_ARRAY;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ByteArray that && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /**
     * Integers of 32 bits.
     *
     * @param values shared
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by content; may be large, so it is not copied
    record IntArray(int[] values) implements NbtTag {
        @Override
        public NbtType type() {
            return NbtType.INT_ARRAY;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof IntArray that && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /**
     * Integers of 64 bits.
     *
     * @param values shared
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by content; may be large, so it is not copied
    record LongArray(long[] values) implements NbtTag {
        @Override
        public NbtType type() {
            return NbtType.LONG_ARRAY;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof LongArray that && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /**
     * Tags of one type.
     *
     * @param values all of one type
     */
    record Sequence(List<NbtTag> values) implements NbtTag {
        /** Checks and copies. */
        public Sequence {
            values = List.copyOf(values);
            NbtType type = elementType(values);
            for (NbtTag value : values) {
                if (value.type() != type) {
                    throw new IllegalArgumentException("a list of " + type + " with a tag of " + value.type());
                }
            }
        }

        @Override
        public NbtType type() {
            return NbtType.LIST;
        }

        /**
         * The type of the elements.
         *
         * @return {@link NbtType#END} for an empty list
         */
        public NbtType elementType() {
            return elementType(values);
        }

        private static NbtType elementType(List<NbtTag> values) {
            return values.isEmpty() ? NbtType.END : values.getFirst().type();
        }
    }

    /**
     * Tags with names, in the order they were written.
     *
     * @param values by name
     */
    record Compound(Map<String, NbtTag> values) implements NbtTag {
        /** Copies. */
        public Compound {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public NbtType type() {
            return NbtType.COMPOUND;
        }

        /**
         * The tag of a name.
         *
         * @param name any
         * @return empty if there is none
         */
        public Optional<NbtTag> get(String name) {
            return Optional.ofNullable(values.get(name));
        }

        /**
         * The text of a name.
         *
         * @param name any
         * @return empty if there is none, or it is no text
         */
        public Optional<String> text(String name) {
            return values.get(name) instanceof Text text ? Optional.of(text.value()) : Optional.empty();
        }
    }
}
