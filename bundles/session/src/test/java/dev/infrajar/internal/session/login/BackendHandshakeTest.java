// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.session.Samples;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.HostAndPort;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackendHandshakeTest {
    private static final String IDENTITY = "\0" + "203.0.113.9" + "\0" + "069a79f444e94726a5befca90e38aaf5" + "\0[]";

    private static String host(String sent, DomainRewrite rewrite, boolean isTrusted) {
        return BackendHandshake.of(
                        Samples.handshake(sent), rewrite, new HostAndPort("inside", 1), isTrusted, Optional.empty())
                .host();
    }

    @Test
    void writesTheHostThatTheServerFileWants() {
        assertThat(host("Mc.Test", new DomainRewrite.None(), false)).isEqualTo("Mc.Test");
        assertThat(host("Mc.Test", new DomainRewrite.FromBackend(), false)).isEqualTo("inside");
        assertThat(host("Mc.Test", new DomainRewrite.Explicit("fixed"), false)).isEqualTo("fixed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|FML|", "|FML2|", "|FML3|", "|FORGE", "|FORGE57|"})
    void passesForgeMarkersOn(String readable) {
        String marker = readable.replace('|', '\0');

        assertThat(host("mc.test" + marker, new DomainRewrite.None(), false)).isEqualTo("mc.test" + marker);
        assertThat(host("mc.test" + marker, new DomainRewrite.FromBackend(), false))
                .isEqualTo("inside" + marker);
    }

    @Test
    void takesIdentityFromTrustedProxiesOnly() {
        assertThat(host("mc.test" + IDENTITY, new DomainRewrite.None(), false)).isEqualTo("mc.test");
        assertThat(host("mc.test" + IDENTITY, new DomainRewrite.None(), true)).isEqualTo("mc.test" + IDENTITY);
        assertThat(host("mc.test" + IDENTITY, new DomainRewrite.Explicit("fixed"), true))
                .isEqualTo("fixed" + IDENTITY);
    }
}
