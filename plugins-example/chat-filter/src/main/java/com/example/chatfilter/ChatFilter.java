// SPDX-License-Identifier: Apache-2.0
package com.example.chatfilter;

import dev.infrajar.api.event.ChatDecision;
import dev.infrajar.api.event.ChatEvent;
import dev.infrajar.api.event.ChatListener;
import java.util.Set;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.format.NamedTextColor;
import org.osgi.service.component.annotations.Activate;

/** Refuses messages with forbidden words and masks rude ones. */
@org.osgi.service.component.annotations.Component
public final class ChatFilter implements ChatListener {
    private static final Component REFUSED =
            Component.text("Your message was not sent: mind your words.", NamedTextColor.RED);

    private final WordList forbidden;
    private final WordList rude;

    /** With the words of this server. */
    @Activate
    public ChatFilter() {
        this(new WordList(Set.of("dupe", "xray")), new WordList(Set.of("darn", "heck")));
    }

    ChatFilter(WordList forbidden, WordList rude) {
        this.forbidden = forbidden;
        this.rude = rude;
    }

    @Override
    public ChatDecision onChat(ChatEvent event) {
        String message = event.message();
        if (forbidden.isIn(message)) {
            return ChatDecision.deny(REFUSED);
        }
        if (!rude.isIn(message)) {
            return ChatDecision.allow();
        }
        // The player's key vouches for each letter of a signed message: it can be refused, but not changed.
        return event.isSigned() ? ChatDecision.deny(REFUSED) : ChatDecision.modify(rude.mask(message));
    }
}
