// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.identity.Identification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForwardingComponentTest {
    private final Path file;
    private final Section section;

    /** The section as the configuration bundle offers it. */
    private static final class Section implements ConfigValue<ForwardingConfig> {
        private ForwardingConfig now;
        private @Nullable Change<ForwardingConfig> change;

        Section(ForwardingConfig now) {
            this.now = now;
        }

        Optional<String> set(ForwardingMode mode, Path secretFile) {
            now = new ForwardingConfig(mode, secretFile);
            return change == null ? Optional.empty() : change.apply(now);
        }

        @Override
        public ForwardingConfig get() {
            return now;
        }

        @Override
        public Registration onChange(Change<ForwardingConfig> wanted) {
            change = wanted;
            return () -> change = null;
        }
    }

    ForwardingComponentTest(@TempDir Path folder) {
        file = folder.resolve("forwarding.secret");
        section = new Section(new ForwardingConfig(ForwardingMode.NONE, file));
    }

    private static String tokenOf(ForwardingComponent forwarding) {
        return forwarding.identify(
                                Samples.server(ProxyMode.PASSTHROUGH, Optional.of(ForwardingMode.BUNGEEGUARD)),
                                Samples.player(774))
                        instanceof Identification.Possible(BungeeIdentity(var _, var token))
                ? token.orElseThrow().text()
                : "none";
    }

    @Test
    void makesNoSecretThatNobodyNeeds() {
        ForwardingComponent forwarding = new ForwardingComponent(section);
        section.set(ForwardingMode.BUNGEECORD, file);
        forwarding.reload();
        assertThat(file).doesNotExist();
    }

    @Test
    void makesTheSecretAtTheStart() {
        section.set(ForwardingMode.VELOCITY, file);
        ForwardingComponent forwarding = new ForwardingComponent(section);
        assertThat(file).content().contains(tokenOf(forwarding));
    }

    @Test
    void makesTheSecretWhenItIsNeededLater() {
        ForwardingComponent forwarding = new ForwardingComponent(section);
        assertThat(section.set(ForwardingMode.BUNGEEGUARD, file)).isEmpty();
        assertThat(file).content().contains(tokenOf(forwarding));
    }

    @Test
    void makesTheSecretForTheFirstPlayerOfAServerWithItsOwnMode() {
        ForwardingComponent forwarding = new ForwardingComponent(section);
        String token = tokenOf(forwarding);
        assertThat(token).hasSize(32);
        assertThat(file).content().contains(token);
    }

    @Test
    void saysThatAChangeIsNotInForce() throws IOException {
        new ForwardingComponent(section);
        Files.writeString(file, "");
        assertThat(section.set(ForwardingMode.VELOCITY, file)).hasValueSatisfying(problem -> assertThat(problem)
                .startsWith("forwarding.secret_file: " + file + ": must hold"));
    }

    @Test
    void readsTheSecretAgainWhenToldTo() throws IOException {
        Files.writeString(file, "first");
        ForwardingComponent forwarding = new ForwardingComponent(section);
        assertThat(tokenOf(forwarding)).isEqualTo("first");
        Files.writeString(file, "second");
        assertThat(tokenOf(forwarding)).isEqualTo("first");
        assertThat(forwarding.reload()).contains(file + ": the secret has changed, for players who join from now on");
        assertThat(tokenOf(forwarding)).isEqualTo("second");
    }

    @Test
    void keepsTheSecretWhenTheFileCannotBeUsed() throws IOException {
        Files.writeString(file, "first");
        ForwardingComponent forwarding = new ForwardingComponent(section);
        assertThat(tokenOf(forwarding)).isEqualTo("first");
        Files.writeString(file, "");
        assertThat(forwarding.reload()).singleElement().asString().startsWith(file + ": must hold");
        assertThat(tokenOf(forwarding)).isEqualTo("first");
    }

    @Test
    void usesAnotherFileAfterAReload() throws IOException {
        Files.writeString(file, "first");
        Path other = Files.writeString(file.resolveSibling("other.secret"), "other");
        ForwardingComponent forwarding = new ForwardingComponent(section);
        assertThat(tokenOf(forwarding)).isEqualTo("first");
        section.set(ForwardingMode.NONE, other);
        assertThat(tokenOf(forwarding)).isEqualTo("other");
    }

    @Test
    void isCalledWhatItIs() {
        assertThat(new ForwardingComponent(section).subject()).isEqualTo("forwarding secret");
    }
}
