// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.pattern;

import java.util.List;
import java.util.SplittableRandom;

/** The kinds of clients there are. */
public enum Pattern {
    /** Asks for the server list entry as real clients do. */
    STATUS("status"),
    /** Begins to join as real clients do. */
    LOGIN("login"),
    /** Names a host of thousands of characters. */
    HUGE_HOST("huge host"),
    /** Begins with a frame length that is none. */
    FALSE_VARINT("false VarInt"),
    /** Sends noise. */
    RANDOM_BYTES("random bytes"),
    /** Leaves in the middle. */
    EARLY_CLOSE("early close"),
    /** Sends noise behind a good handshake. */
    RANDOM_AFTER_HANDSHAKE("random after handshake"),
    /** Sends one byte at a time. */
    SLOWLORIS("slowloris");

    /** Those of clients that break the protocol. */
    public static final List<Pattern> MALFORMED =
            List.of(HUGE_HOST, FALSE_VARINT, RANDOM_BYTES, EARLY_CLOSE, RANDOM_AFTER_HANDSHAKE, SLOWLORIS);

    private final String title;

    Pattern(String title) {
        this.title = title;
    }

    /** What it says in tables. */
    public String title() {
        return title;
    }

    /** Whether a healthy target lets it end so. */
    public boolean expects(Outcome outcome) {
        return switch (this) {
            case STATUS -> outcome == Outcome.ANSWERED;
            case LOGIN -> outcome == Outcome.ANSWERED || outcome == Outcome.REFUSED;
            case EARLY_CLOSE -> outcome == Outcome.LEFT;
            case HUGE_HOST, FALSE_VARINT, RANDOM_BYTES, RANDOM_AFTER_HANDSHAKE, SLOWLORIS ->
                outcome == Outcome.CLOSED || outcome == Outcome.RESET;
        };
    }

    /**
     * What a client of this kind does on its connection.
     *
     * @param random the script's own from now on
     */
    public Script script(Opening opening, SplittableRandom random) {
        return switch (this) {
            case STATUS -> new StatusScript(opening, random.nextLong());
            case LOGIN -> new LoginScript(opening, random);
            case HUGE_HOST -> new Fault(Faults.hugeHost(opening, random));
            case FALSE_VARINT -> new Fault(Faults.falseVarInt(random));
            case RANDOM_BYTES -> new Fault(Faults.random(random));
            case EARLY_CLOSE -> new EarlyClose(opening, random);
            case RANDOM_AFTER_HANDSHAKE -> new Fault(Faults.randomAfterHandshake(opening, random));
            case SLOWLORIS -> new Slowloris(opening, random);
        };
    }
}
