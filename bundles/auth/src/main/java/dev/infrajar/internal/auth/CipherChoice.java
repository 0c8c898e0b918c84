// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import dev.infrajar.net.encryption.EncryptionFactory;
import dev.infrajar.net.encryption.StreamCipher;
import dev.infrajar.net.intercept.Ciphers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the fastest library for each direction. They are measured when the proxy listens, or beside the login of the first
 * client that encrypts, if that is earlier; until then, and among those that were not measured, the oldest service is taken.
 * A higher ranking wins over speed. Thread-safe.
 */
final class CipherChoice implements KeyExchange.CipherSource {
    private static final Logger LOG = LoggerFactory.getLogger(CipherChoice.class);

    private static final Comparator<Candidate> RANKED =
            Comparator.comparingInt(Candidate::ranking).reversed();

    private final Executor background;
    private final Trial trial;
    private volatile Choice choice = Choice.NONE;
    private boolean isMeasuring;
    private boolean isUp;

    /** Finds out how fast libraries are. */
    @FunctionalInterface
    interface Trial {
        /** One speed for each candidate, in their order; takes a second or two, and throws nothing because of a library. */
        List<CipherSpeed> of(List<Candidate> candidates);
    }

    /**
     * A library at hand.
     *
     * @param kind for people
     * @param ranking of its service
     * @param serviceId of its service
     * @param factory makes its ciphers
     * @param speed null until it is measured
     */
    record Candidate(
            String kind,
            int ranking,
            long serviceId,
            EncryptionFactory factory,
            @Nullable CipherSpeed speed) {
        private Candidate with(@Nullable CipherSpeed measured) {
            return measured == null ? this : new Candidate(kind, ranking, serviceId, factory, measured);
        }

        private double cost(ToDoubleFunction<CipherSpeed> direction) {
            return speed == null ? Double.MAX_VALUE : direction.applyAsDouble(speed);
        }
    }

    /**
     * What is there, and what is taken.
     *
     * @param candidates all
     * @param encryptor the best at encrypting; null without candidates
     * @param decryptor the best at decrypting; null without candidates
     */
    record Choice(
            List<Candidate> candidates,
            @Nullable Candidate encryptor,
            @Nullable Candidate decryptor) {
        static final Choice NONE = new Choice(List.of(), null, null);

        static Choice of(List<Candidate> candidates) {
            return new Choice(
                    List.copyOf(candidates),
                    best(candidates, CipherSpeed::encrypt),
                    best(candidates, CipherSpeed::decrypt));
        }

        private static @Nullable Candidate best(List<Candidate> candidates, ToDoubleFunction<CipherSpeed> direction) {
            return candidates.stream()
                    .min(RANKED.thenComparingDouble(candidate -> candidate.cost(direction))
                            .thenComparingLong(Candidate::serviceId))
                    .orElse(null);
        }

        /** For people. */
        String text() {
            if (encryptor == null || decryptor == null) {
                return "none: no bundle encrypts, and client_only lets nobody in";
            }
            return encryptor.kind() + " encrypts, " + decryptor.kind() + " decrypts"
                    + (unmeasured().isPresent() ? "; which is the fastest is not known yet" : "");
        }

        private Optional<Candidate> unmeasured() {
            return candidates.size() < 2
                    ? Optional.empty()
                    : candidates.stream()
                            .filter(candidate -> candidate.speed() == null)
                            .findFirst();
        }
    }

    /**
     * Creates a choice of nothing.
     *
     * @param background measures; never on the thread of a login
     * @param trial takes some time
     */
    CipherChoice(Executor background, Trial trial) {
        this.background = background;
        this.trial = trial;
    }

    synchronized void add(String kind, int ranking, long serviceId, EncryptionFactory factory) {
        List<Candidate> more = new ArrayList<>(choice.candidates());
        more.add(new Candidate(kind, ranking, serviceId, factory, null));
        choice = Choice.of(more);
        if (isUp) {
            measureIfNeeded();
        }
    }

    /** The proxy has started: what is there is measured, and whatever comes later. */
    synchronized void proxyIsUp() {
        isUp = true;
        measureIfNeeded();
    }

    synchronized void remove(EncryptionFactory factory) {
        choice = Choice.of(choice.candidates().stream()
                .filter(candidate -> candidate.factory() != factory)
                .toList());
    }

    /** What is taken now, for people. */
    Choice now() {
        return choice;
    }

    @Override
    public Optional<Ciphers> of(byte[] secret) {
        Choice now = choice;
        if (now.encryptor() == null || now.decryptor() == null) {
            return Optional.empty();
        }
        measureIfNeeded();
        return Optional.of(ciphers(now.decryptor().factory(), now.encryptor().factory(), secret));
    }

    private static Ciphers ciphers(EncryptionFactory decrypting, EncryptionFactory encrypting, byte[] secret) {
        StreamCipher decryptor = decrypting.newDecryptor(secret);
        try {
            return new Ciphers(decryptor, encrypting.newEncryptor(secret));
        } catch (RuntimeException | LinkageError e) {
            decryptor.close();
            throw e;
        }
    }

    private void measureIfNeeded() {
        if (choice.unmeasured().isEmpty()) {
            return;
        }
        synchronized (this) {
            if (isMeasuring) {
                return;
            }
            isMeasuring = true;
        }
        background.execute(this::measureAll);
    }

    /** All of them whenever one is new: what is compared was measured side by side. */
    private void measureAll() {
        while (choice.unmeasured().isPresent()) {
            List<Candidate> candidates = choice.candidates();
            note(candidates, trial.of(candidates));
        }
        synchronized (this) {
            isMeasuring = false;
        }
        report(choice);
    }

    private synchronized void note(List<Candidate> tried, List<CipherSpeed> speeds) {
        Map<Long, CipherSpeed> found = new HashMap<>();
        for (int i = 0; i < tried.size(); i++) {
            found.put(tried.get(i).serviceId(), speeds.get(i));
        }
        choice = Choice.of(choice.candidates().stream()
                .map(candidate -> candidate.with(found.get(candidate.serviceId())))
                .toList());
    }

    private static void report(Choice now) {
        if (now.encryptor() != null && now.decryptor() != null) {
            LOG.info("encryption: {}", now.text());
        }
    }
}
