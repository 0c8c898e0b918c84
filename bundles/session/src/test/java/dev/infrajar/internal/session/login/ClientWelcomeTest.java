// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.net.conversation.ConversationException;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.login.LoginAcknowledged;
import dev.infrajar.net.packet.login.LoginSuccess;
import dev.infrajar.net.packet.login.ProfileProperty;
import dev.infrajar.net.packet.login.SetCompression;
import dev.infrajar.net.packet.shared.CookieResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClientWelcomeTest {
    private static final UUID PLAYER = new UUID(1, 2);
    private static final UUID SESSION = new UUID(3, 4);
    private static final List<ProfileProperty> SKIN = List.of(new ProfileProperty("textures", "x", Optional.empty()));
    private static final LoginSuccess SUCCESS = new LoginSuccess(PLAYER, "Notch", SKIN, false, SESSION);

    private static void welcome(FakeConversation client, int threshold)
            throws ConversationException, InterruptedException {
        new ClientWelcome(client, threshold).run(PLAYER, "Notch", SKIN, SESSION);
    }

    @Test
    void compressesBeforeItTellsTheClient() throws Exception {
        FakeConversation client = new FakeConversation(776).says(new LoginAcknowledged());
        welcome(client, 256);

        assertThat(client.happened())
                .containsExactly(new SetCompression(256), "compress 256", SUCCESS, Phase.CONFIGURATION);
        assertThat(client.patience()).containsExactly(ClientWelcome.LIMIT);
    }

    @Test
    void waitsForNothingBefore1_20_2() throws Exception {
        FakeConversation client = new FakeConversation(763);
        welcome(client, 0);

        assertThat(client.happened()).containsExactly(new SetCompression(0), "compress 0", SUCCESS, Phase.PLAY);
        assertThat(client.patience()).isEmpty();
    }

    @Test
    void compressesNothingIfTold() throws Exception {
        FakeConversation client = new FakeConversation(47);
        welcome(client, -1);

        assertThat(client.happened()).containsExactly(SUCCESS, Phase.PLAY);
    }

    @Test
    void compressesNothingFor1_7() throws Exception {
        FakeConversation client = new FakeConversation(5);
        welcome(client, 256);

        assertThat(client.happened()).containsExactly(SUCCESS, Phase.PLAY);
    }

    @Test
    void endsWithClientThatDoesNotAcknowledge() {
        FakeConversation client = new FakeConversation(776).says(new CookieResponse("a:b", Optional.empty()));

        assertThatThrownBy(() -> welcome(client, -1))
                .isInstanceOf(ConversationException.class)
                .hasMessage(ClientWelcome.NOT_ACKNOWLEDGED);
        assertThatThrownBy(() -> welcome(new FakeConversation(776), -1))
                .isInstanceOf(ConversationException.class)
                .hasMessage(FakeConversation.SILENT);
    }
}
