// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.forward.Blame;
import org.junit.jupiter.api.Test;

class ErrnoTest {
    @Test
    void blamesThePeerForItsConnection() {
        assertThat(Errno.blame(Errno.ECONNRESET, Blame.BACKEND)).isEqualTo(Blame.BACKEND);
        assertThat(Errno.blame(Errno.EPIPE, Blame.CLIENT)).isEqualTo(Blame.CLIENT);
    }

    @Test
    void blamesTheProxyForWhatItLacks() {
        assertThat(Errno.blame(Errno.EMFILE, Blame.CLIENT)).isEqualTo(Blame.PROXY);
        assertThat(Errno.blame(Errno.EINVAL, Blame.BACKEND)).isEqualTo(Blame.PROXY);
    }

    @Test
    void describesUnknownNumbersByTheirNumber() {
        assertThat(Errno.describe(75)).isEqualTo("errno 75");
    }
}
