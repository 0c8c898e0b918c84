// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyInBackgroundTest {
    @Test
    void firstLoginMakesThePairThatNobodyHasMadeYet() throws InterruptedException {
        List<Runnable> waiting = new ArrayList<>();
        KeyInBackground keys = new KeyInBackground(waiting::add);

        LoginKey key = keys.get();
        waiting.forEach(Runnable::run);

        assertThat(keys.get()).isSameAs(key);
    }

    @Test
    void loginTakesThePairThatIsThere() throws InterruptedException {
        KeyInBackground keys = new KeyInBackground(Runnable::run);

        assertThat(keys.get()).isSameAs(keys.get());
    }
}
