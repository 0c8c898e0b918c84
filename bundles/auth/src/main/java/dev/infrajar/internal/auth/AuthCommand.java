// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import dev.infrajar.internal.auth.CipherChoice.Candidate;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code auth}: how logins of {@code client_only} have ended, and what encrypts. */
@Component
public final class AuthCommand implements ConsoleCommand {
    private final AuthComponent auth;
    private final CipherRegistry ciphers;

    /** Called by Declarative Services. */
    @Activate
    public AuthCommand(@Reference AuthComponent auth, @Reference CipherRegistry ciphers) {
        this.auth = auth;
        this.ciphers = ciphers;
    }

    @Override
    public String name() {
        return "auth";
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "counts how players have proved who they are, and shows the session server and what encrypts";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        out.println("session server " + auth.config().sessionUrl());
        Tally tally = auth.tally();
        List<List<String>> counts = new ArrayList<>();
        counts.add(List.of(String.valueOf(tally.authenticated()), "authenticated"));
        Stream.of(Refusal.values())
                .map(refusal -> List.of(String.valueOf(tally.refused(refusal)), refusal.summary()))
                .forEach(counts::add);
        out.table(List.of("logins", "end"), counts);
        writeCiphers(ciphers.choice().now(), out);
    }

    private static void writeCiphers(CipherChoice.Choice choice, ConsoleWriter out) {
        out.table(
                List.of("encryption", "encrypts", "decrypts"),
                choice.candidates().stream()
                        .map(candidate -> List.of(
                                candidate.kind(),
                                cell(candidate, choice.encryptor(), speedOf(candidate, true)),
                                cell(candidate, choice.decryptor(), speedOf(candidate, false))))
                        .toList());
    }

    private static String cell(Candidate candidate, @Nullable Candidate best, String speed) {
        return Objects.equals(candidate, best) ? speed + " *" : speed;
    }

    private static String speedOf(Candidate candidate, boolean isEncryptor) {
        CipherSpeed speed = candidate.speed();
        if (speed == null) {
            return "not measured";
        }
        return speed.equals(CipherSpeed.UNUSABLE)
                ? "cannot be tried"
                : String.format(Locale.ROOT, "%.1f ns/byte", isEncryptor ? speed.encrypt() : speed.decrypt());
    }
}
