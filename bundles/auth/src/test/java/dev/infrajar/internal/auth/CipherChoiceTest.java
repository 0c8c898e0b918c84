// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.internal.auth.CipherChoice.Candidate;
import dev.infrajar.internal.auth.FakeCiphers.FakeCipher;
import dev.infrajar.net.encryption.EncryptionFactory;
import dev.infrajar.net.encryption.StreamCipher;
import dev.infrajar.net.intercept.Ciphers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class CipherChoiceTest {
    private final FakeCiphers jdk = new FakeCiphers();
    private final FakeCiphers openssl = new FakeCiphers();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Map<EncryptionFactory, CipherSpeed> speeds = new HashMap<>();
    private final CipherChoice choice = new CipherChoice(background::add, this::speedsOf);

    private List<CipherSpeed> speedsOf(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> speeds.getOrDefault(candidate.factory(), CipherSpeed.UNUSABLE))
                .toList();
    }

    private Ciphers ciphers() {
        return choice.of(TestClient.SECRET).orElseThrow();
    }

    private FakeCiphers encryptor() {
        return ((FakeCipher) ciphers().encryptor()).factory();
    }

    private FakeCiphers decryptor() {
        return ((FakeCipher) ciphers().decryptor()).factory();
    }

    private void runBackground() {
        Runnable next;
        while ((next = background.poll()) != null) {
            next.run();
        }
    }

    private void addBoth() {
        choice.add("jdk", 0, 5, jdk);
        choice.add("openssl", 0, 9, openssl);
    }

    @Test
    void hasNothingWithoutALibrary() {
        assertThat(choice.of(TestClient.SECRET)).isEmpty();
    }

    @Test
    void takesTheOldestServiceUntilItHasMeasured() {
        addBoth();
        assertThat(encryptor()).isSameAs(jdk);
        assertThat(decryptor()).isSameAs(jdk);
    }

    @Test
    void takesTheFasterLibraryForEachDirection() {
        addBoth();
        speeds.put(jdk, new CipherSpeed(17, 2.7));
        speeds.put(openssl, new CipherSpeed(18.5, 2.0));
        ciphers();
        runBackground();
        assertThat(encryptor()).isSameAs(jdk);
        assertThat(decryptor()).isSameAs(openssl);
    }

    @Test
    void saysWhatIsTaken() {
        assertThat(choice.now().text()).startsWith("none: ");
        addBoth();
        assertThat(choice.now().text()).isEqualTo("jdk encrypts, jdk decrypts; which is the fastest is not known yet");
        speeds.put(jdk, new CipherSpeed(17, 2.7));
        speeds.put(openssl, new CipherSpeed(18.5, 2.0));
        ciphers();
        runBackground();
        assertThat(choice.now().text()).isEqualTo("jdk encrypts, openssl decrypts");
    }

    @Test
    void measuresOnceForAllLogins() {
        addBoth();
        speeds.put(jdk, new CipherSpeed(1, 1));
        speeds.put(openssl, new CipherSpeed(2, 2));
        ciphers();
        ciphers();
        assertThat(background).hasSize(1);
        runBackground();
        ciphers();
        assertThat(background).isEmpty();
    }

    @Test
    void measuresWhenTheProxyIsUp() {
        addBoth();
        speeds.put(jdk, new CipherSpeed(2, 2));
        speeds.put(openssl, new CipherSpeed(1, 1));
        assertThat(background).isEmpty();
        choice.proxyIsUp();
        runBackground();
        assertThat(choice.now().text()).isEqualTo("openssl encrypts, openssl decrypts");
    }

    @Test
    void measuresALibraryThatComesWhileTheProxyIsUp() {
        choice.proxyIsUp();
        choice.add("jdk", 0, 5, jdk);
        assertThat(background).isEmpty();
        choice.add("openssl", 0, 9, openssl);
        speeds.put(jdk, new CipherSpeed(2, 2));
        speeds.put(openssl, new CipherSpeed(1, 1));
        runBackground();
        assertThat(choice.now().text()).isEqualTo("openssl encrypts, openssl decrypts");
    }

    @Test
    void measuresNothingWhileThereIsNoChoice() {
        choice.add("jdk", 0, 5, jdk);
        choice.proxyIsUp();
        ciphers();
        assertThat(background).isEmpty();
    }

    @Test
    void measuresALibraryThatComesLater() {
        addBoth();
        speeds.put(jdk, new CipherSpeed(3, 3));
        speeds.put(openssl, new CipherSpeed(2, 2));
        ciphers();
        runBackground();
        FakeCiphers third = new FakeCiphers();
        speeds.put(third, new CipherSpeed(1, 1));
        choice.add("third", 0, 12, third);
        assertThat(encryptor()).as("until it is measured").isSameAs(openssl);
        runBackground();
        assertThat(encryptor()).isSameAs(third);
    }

    @Test
    void takesAHigherRankingBeforeAFasterOne() {
        choice.add("jdk", 10, 5, jdk);
        choice.add("openssl", 0, 3, openssl);
        speeds.put(jdk, new CipherSpeed(9, 9));
        speeds.put(openssl, new CipherSpeed(1, 1));
        ciphers();
        runBackground();
        assertThat(encryptor()).isSameAs(jdk);
    }

    @Test
    void takesALibraryLastThatCannotBeMeasured() {
        addBoth();
        speeds.put(openssl, new CipherSpeed(2, 2));
        ciphers();
        runBackground();
        assertThat(encryptor()).isSameAs(openssl);
    }

    @Test
    void goesOnWithTheOthersWhenOneLeaves() {
        addBoth();
        choice.remove(jdk);
        assertThat(encryptor()).isSameAs(openssl);
        choice.remove(openssl);
        assertThat(choice.of(TestClient.SECRET)).isEmpty();
    }

    @Test
    void closesTheOneCipherWhenTheOtherCannotBeMade() {
        List<FakeCipher> made = new ArrayList<>();
        choice.add("half", 0, 1, new EncryptionFactory() {
            @Override
            public StreamCipher newEncryptor(byte[] secret) {
                throw new IllegalStateException("thrown by the test");
            }

            @Override
            public StreamCipher newDecryptor(byte[] secret) {
                made.add(new FakeCipher(jdk, false, new ArrayList<>()));
                return made.getLast();
            }
        });
        assertThatThrownBy(this::ciphers).hasMessage("thrown by the test");
        assertThat(made).singleElement().extracting(FakeCipher::calls).isEqualTo(List.of("close"));
    }
}
