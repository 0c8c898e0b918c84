// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.ChatDecision;
import dev.infrajar.api.event.ChatEvent;
import dev.infrajar.api.event.ChatListener;
import dev.infrajar.api.event.ClientBrandListener;
import dev.infrajar.api.event.ClientSettingsListener;
import dev.infrajar.api.event.CommandDecision;
import dev.infrajar.api.event.CommandEvent;
import dev.infrajar.api.event.CommandListener;
import dev.infrajar.api.event.KickedDecision;
import dev.infrajar.api.event.KickedEvent;
import dev.infrajar.api.event.KickedListener;
import dev.infrajar.api.event.PluginMessageDecision;
import dev.infrajar.api.event.PluginMessageEvent;
import dev.infrajar.api.event.PluginMessageListener;
import dev.infrajar.api.packet.PacketListener;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.kyori.adventure.text.Component;

/** Asks the listeners whose events come out of packets. Blocks; virtual threads only. */
final class PacketChains {
    /** What taps and threads may take beside the listeners. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final Limits limits;
    private final Listeners<ChatListener> chat;
    private final Listeners<CommandListener> command;
    private final Listeners<PluginMessageListener> pluginMessage;
    private final Listeners<ClientBrandListener> clientBrand;
    private final Listeners<ClientSettingsListener> clientSettings;
    private final Listeners<KickedListener> kicked;
    private final Listeners<PacketListener> packet;

    PacketChains(Limits limits, PluginPools pools) {
        this.limits = limits;
        chat = new Listeners<>(ChatListener.class, pools, "play serverbound chat", "play serverbound chat_message");
        command = new Listeners<>(
                CommandListener.class,
                pools,
                "play serverbound chat",
                "play serverbound chat_command",
                "play serverbound chat_command_signed");
        pluginMessage = new Listeners<>(
                PluginMessageListener.class,
                pools,
                "configuration serverbound custom_payload",
                "configuration clientbound custom_payload",
                "play serverbound custom_payload",
                "play clientbound custom_payload");
        clientBrand = new Listeners<>(
                ClientBrandListener.class,
                pools,
                "configuration serverbound custom_payload",
                "play serverbound custom_payload");
        clientSettings = new Listeners<>(
                ClientSettingsListener.class, pools, "configuration serverbound settings", "play serverbound settings");
        kicked = new Listeners<>(
                KickedListener.class,
                pools,
                "configuration clientbound disconnect",
                "play clientbound kick_disconnect");
        packet = new Listeners<>(PacketListener.class, pools);
    }

    Stream<Listeners<?>> all() {
        return Stream.of(chat, command, pluginMessage, clientBrand, clientSettings, kicked, packet);
    }

    Listeners<ChatListener> chatListeners() {
        return chat;
    }

    Listeners<CommandListener> commandListeners() {
        return command;
    }

    Listeners<PluginMessageListener> pluginMessageListeners() {
        return pluginMessage;
    }

    Listeners<ClientBrandListener> clientBrandListeners() {
        return clientBrand;
    }

    Listeners<ClientSettingsListener> clientSettingsListeners() {
        return clientSettings;
    }

    Listeners<KickedListener> kickedListeners() {
        return kicked;
    }

    Listeners<PacketListener> packetListeners() {
        return packet;
    }

    /** How long all listeners of a kind may take together. */
    Duration limit(Listeners<?> listeners) {
        return limits.session().multipliedBy(listeners.snapshot().size()).plus(MARGIN);
    }

    /** The first denial, else the last text if it was changed, else "allow". */
    ChatDecision chat(ChatEvent event) {
        ChatEvent current = event;
        ChatDecision end = ChatDecision.allow();
        for (RegisteredListener<ChatListener> listener : chat.snapshot()) {
            ChatEvent seen = current;
            switch (listener.ask(limits.session(), plugin -> plugin.onChat(seen), PacketAnswerReader::chat)
                    .orElseGet(ChatDecision::allow)) {
                case ChatDecision.Allow() -> {}
                case ChatDecision.Deny denial -> {
                    return denial;
                }
                case ChatDecision.Modify change -> {
                    end = change;
                    current = new ChatEvent(event.player(), change.message(), event.isSigned());
                }
            }
        }
        return end;
    }

    /** The first denial, else "allow". */
    CommandDecision command(CommandEvent event) {
        for (RegisteredListener<CommandListener> listener : command.snapshot()) {
            CommandDecision decision = listener.ask(
                            limits.session(), plugin -> plugin.onCommand(event), PacketAnswerReader::command)
                    .orElseGet(CommandDecision::allow);
            if (decision instanceof CommandDecision.Deny) {
                return decision;
            }
        }
        return CommandDecision.allow();
    }

    /** Whether anybody is to be asked about the messages of a channel. Callable from event loops. */
    boolean wantsPluginMessages(String channel) {
        for (RegisteredListener<PluginMessageListener> listener : pluginMessage.snapshot()) {
            if (listener.wants(channel)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first drop, else the last data if they were changed, else "pass".
     *
     * @param maxBytes the most that changed data may have
     */
    PluginMessageDecision pluginMessage(PluginMessageEvent event, int maxBytes) {
        PluginMessageEvent current = event;
        PluginMessageDecision end = PluginMessageDecision.pass();
        for (RegisteredListener<PluginMessageListener> listener : pluginMessage.snapshot()) {
            if (!listener.wants(event.channel())) {
                continue;
            }
            PluginMessageEvent seen = current;
            switch (listener.ask(
                            limits.session(),
                            plugin -> plugin.onPluginMessage(seen),
                            answer -> PacketAnswerReader.pluginMessage(answer, maxBytes))
                    .orElseGet(PluginMessageDecision::pass)) {
                case PluginMessageDecision.Pass() -> {}
                case PluginMessageDecision.Drop drop -> {
                    return drop;
                }
                case PluginMessageDecision.Replace(ByteBuffer data) -> {
                    end = PluginMessageDecision.replace(data);
                    current = new PluginMessageEvent(event.player(), event.source(), event.channel(), data);
                }
            }
        }
        return end;
    }

    /** The last text if it was changed, else "pass". */
    KickedDecision kicked(KickedEvent event) {
        KickedEvent current = event;
        KickedDecision end = KickedDecision.pass();
        for (RegisteredListener<KickedListener> listener : kicked.snapshot()) {
            KickedEvent seen = current;
            switch (listener.ask(limits.session(), plugin -> plugin.onKicked(seen), PacketAnswerReader::kicked)
                    .orElseGet(KickedDecision::pass)) {
                case KickedDecision.Pass() -> {}
                case KickedDecision.Disconnect(Component text) -> {
                    end = KickedDecision.disconnect(text);
                    current = new KickedEvent(event.player(), text);
                }
            }
        }
        return end;
    }

    /** Tells all listeners of a kind something, one after the other. */
    <L> void tell(Listeners<L> listeners, Consumer<L> news) {
        listeners.snapshot().forEach(listener -> listener.tell(limits.session(), news));
    }
}
