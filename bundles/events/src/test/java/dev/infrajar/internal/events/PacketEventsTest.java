// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.event.ChatDecision;
import dev.infrajar.api.event.ClientBrandEvent;
import dev.infrajar.api.event.ClientSettingsEvent;
import dev.infrajar.api.event.CommandDecision;
import dev.infrajar.api.event.KickedDecision;
import dev.infrajar.api.event.PluginMessageDecision;
import dev.infrajar.api.event.PluginMessageEvent;
import dev.infrajar.api.packet.PacketAnswer;
import dev.infrajar.api.packet.PacketKind;
import dev.infrajar.api.packet.RawPacket;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.PacketTapFactory;
import dev.infrajar.net.intercept.TappedPacket.Decision;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.play.ChatCommand;
import dev.infrajar.net.packet.play.ChatMessage;
import dev.infrajar.net.packet.play.LastSeen;
import dev.infrajar.net.packet.play.MessageAcknowledgement;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.play.SignedChatCommand;
import dev.infrajar.net.packet.shared.ClientInformation;
import dev.infrajar.net.packet.shared.Disconnect;
import dev.infrajar.net.packet.shared.PluginMessage;
import dev.infrajar.net.wire.Bytes;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.kyori.adventure.text.Component;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacketEventsTest {
    private static final long LIMIT_SECONDS = 10;
    private static final Component NO = Component.text("no");
    private static final LastSeen SEEN = new LastSeen.Window(3, Bytes.of((byte) 1, (byte) 2, (byte) 3), 0);
    private static final LastSeen NOTHING_NEW = new LastSeen.Window(0, Bytes.of((byte) 1, (byte) 2, (byte) 3), 0);

    private final FakeDialect modern = new FakeDialect(
            PlayPackets.CHAT_MESSAGE,
            PlayPackets.CHAT_COMMAND,
            PlayPackets.SIGNED_CHAT_COMMAND,
            PlayPackets.MESSAGE_ACKNOWLEDGEMENT,
            PlayPackets.SERVERBOUND_PLUGIN_MESSAGE,
            PlayPackets.CLIENTBOUND_PLUGIN_MESSAGE,
            PlayPackets.CLIENT_INFORMATION,
            PlayPackets.DISCONNECT,
            ConfigurationPackets.DISCONNECT);
    private final NotingClient client = new NotingClient();
    private final FakePlayer steve = new FakePlayer("Steve", client);
    private final FakePlugin plugin = new FakePlugin("com.example.one");
    private final ListenerChains chains = new ListenerChains(new Limits(Duration.ofHours(1), Duration.ofHours(1)));
    private final PacketChains packets = chains.packets();
    private final Map<String, PacketTapFactory> registered = new HashMap<>();
    private final EventTaps taps = new EventTaps(packets, this::register);
    private final List<FakeTapSession> sessions = new ArrayList<>();

    @AfterEach
    void close() {
        taps.close();
        chains.close();
        sessions.forEach(session -> session.loop().shutdownGracefully(0, 1, TimeUnit.SECONDS));
    }

    private Registration register(Map<String, Object> properties, PacketTapFactory factory) {
        String id = String.valueOf(properties.get("tap.id"));
        registered.put(id, factory);
        return () -> registered.remove(id);
    }

    private PacketTap tap(String id, FakeDialect dialect) {
        taps.refresh();
        PacketTapFactory factory = registered.get(id);
        assertThat(factory).as(id).isNotNull();
        FakeTapSession session = new FakeTapSession(steve, dialect);
        sessions.add(session);
        return factory.create(session).orElseThrow();
    }

    private static <P> FakeTappedPacket packet(FakeDialect dialect, PacketType<P> type, P fields) {
        ByteBuf packet = FakeTappedPacket.empty();
        dialect.format(type).orElseThrow().write(packet, fields);
        return new FakeTappedPacket(type.phase(), type.direction(), packet);
    }

    private <P> FakeTappedPacket show(String tap, PacketType<P> type, P fields) {
        FakeTappedPacket packet = packet(modern, type, fields);
        tap(tap, modern).packet(packet);
        return packet;
    }

    private static <P> P replacement(FakeDialect dialect, PacketType<P> type, Verdict verdict) {
        assertThat(verdict.decision()).isInstanceOf(Decision.Replace.class);
        ByteBuf packet = ((Decision.Replace) verdict.decision()).packet();
        PacketFormat<P> format = dialect.format(type).orElseThrow();
        try {
            assertThat(VarInts.read(packet)).isEqualTo(format.id());
            return format.readFields(packet);
        } finally {
            packet.release();
        }
    }

    private static ChatMessage said(String text, boolean isSigned, LastSeen lastSeen) {
        Optional<Bytes> signature = isSigned ? Optional.of(Bytes.of((byte) 1)) : Optional.empty();
        return new ChatMessage(text, 5, 6, signature, false, lastSeen);
    }

    private static ChatCommand typed(String command) {
        return new ChatCommand(command, 0, 0, List.of(), false, SEEN);
    }

    @Test
    void hasTapsOnlyWhileSomebodyListens() {
        taps.refresh();
        assertThat(registered).isEmpty();

        Rank rank = plugin.register(packets.chatListeners(), event -> ChatDecision.allow());
        taps.refresh();
        assertThat(registered).containsOnlyKeys("event-chat");

        packets.chatListeners().remove(rank.serviceId());
        taps.refresh();
        assertThat(registered).isEmpty();
    }

    @Test
    void letsChatPass() {
        plugin.register(packets.chatListeners(), event -> ChatDecision.allow());

        FakeTappedPacket packet = show("event-chat", PlayPackets.CHAT_MESSAGE, said("hi", true, SEEN));

        assertThat(packet.verdict()).isEqualTo(Verdict.PASS);
        assertThat(packet.otherwise()).isEqualTo(Verdict.PASS);
    }

    @Test
    void tellsThePlayerWhyChatIsDenied() {
        plugin.register(packets.chatListeners(), event -> ChatDecision.deny(NO));

        assertThat(show("event-chat", PlayPackets.CHAT_MESSAGE, said("hi", false, NOTHING_NEW))
                        .verdict())
                .isEqualTo(Verdict.DROP);
        assertThat(client.messages).containsExactly(NO);
    }

    @Test
    void acknowledgesWhatTheClientHasSeenInDeniedChat() {
        plugin.register(packets.chatListeners(), event -> ChatDecision.deny(NO));

        Verdict verdict = show("event-chat", PlayPackets.CHAT_MESSAGE, said("hi", true, SEEN))
                .verdict();

        assertThat(replacement(modern, PlayPackets.MESSAGE_ACKNOWLEDGEMENT, verdict))
                .isEqualTo(new MessageAcknowledgement(3));
    }

    @Test
    void changesChatListenerAfterListener() {
        plugin.register(packets.chatListeners(), 1, event -> ChatDecision.modify(event.message() + " one"));
        plugin.register(packets.chatListeners(), 0, event -> ChatDecision.modify(event.message() + " two"));

        Verdict verdict = show("event-chat", PlayPackets.CHAT_MESSAGE, said("hi", false, SEEN))
                .verdict();

        assertThat(replacement(modern, PlayPackets.CHAT_MESSAGE, verdict)).isEqualTo(said("hi one two", false, SEEN));
    }

    @Test
    void refusesToChangeSignedChat() {
        plugin.register(packets.chatListeners(), event -> {
            assertThat(event.isSigned()).isTrue();
            return ChatDecision.modify("other");
        });

        Verdict verdict = show("event-chat", PlayPackets.CHAT_MESSAGE, said("hi", true, SEEN))
                .verdict();

        assertThat(replacement(modern, PlayPackets.MESSAGE_ACKNOWLEDGEMENT, verdict)
                        .offset())
                .isEqualTo(3);
        assertThat(client.messages).hasSize(1);
    }

    @Test
    void passesChatThatAListenerWouldTurnIntoACommandOrNothing() {
        plugin.register(packets.chatListeners(), 2, event -> ChatDecision.modify("/op Steve"));
        plugin.register(packets.chatListeners(), 1, event -> ChatDecision.modify("x".repeat(257)));
        plugin.register(packets.chatListeners(), 0, event -> ChatDecision.modify(""));

        assertThat(show("event-chat", PlayPackets.CHAT_MESSAGE, said("hi", false, SEEN))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(chains.costs())
                .allSatisfy(cost -> assertThat(cost.failures()).isEqualTo(1));
    }

    @Test
    void doesNotHoldBrokenChat() {
        plugin.register(packets.chatListeners(), event -> ChatDecision.deny(NO));
        ByteBuf broken = FakeTappedPacket.empty();
        VarInts.write(
                broken, modern.format(PlayPackets.CHAT_MESSAGE).orElseThrow().id());
        FakeDialect.writeBroken(broken);
        FakeTappedPacket packet =
                new FakeTappedPacket(PlayPackets.CHAT_MESSAGE.phase(), PlayPackets.CHAT_MESSAGE.direction(), broken);

        tap("event-chat", modern).packet(packet);

        assertThat(packet.isHeld()).isFalse();
    }

    @Test
    void endsTheSessionAtPacketThatCrossesLimitOfWhatIsRead() {
        plugin.register(packets.kickedListeners(), event -> KickedDecision.pass());
        ByteBuf bomb = FakeTappedPacket.empty();
        VarInts.write(bomb, modern.format(PlayPackets.DISCONNECT).orElseThrow().id());
        FakeDialect.writeBomb(bomb);
        FakeTappedPacket packet =
                new FakeTappedPacket(PlayPackets.DISCONNECT.phase(), PlayPackets.DISCONNECT.direction(), bomb);

        tap("event-kicked", modern).packet(packet);

        assertThat(packet.isHeld()).isFalse();
        assertThat(packet.isDropped()).isTrue();
        assertThat(sessions.getLast().ends()).containsExactly("backend sent too much, NBT is nested too deep");
    }

    @Test
    void asksAboutCommandsOfBothKinds() {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        plugin.register(packets.commandListeners(), event -> {
            seen.add(event.command());
            return event.command().startsWith("op") ? CommandDecision.deny(NO) : CommandDecision.allow();
        });

        assertThat(show("event-command", PlayPackets.CHAT_COMMAND, typed("list"))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        Verdict signed = show(
                        "event-command", PlayPackets.SIGNED_CHAT_COMMAND, new SignedChatCommand(typed("op Steve")))
                .verdict();

        assertThat(replacement(modern, PlayPackets.MESSAGE_ACKNOWLEDGEMENT, signed)
                        .offset())
                .isEqualTo(3);
        assertThat(client.messages).containsExactly(NO);
        assertThat(seen).containsExactly("list", "op Steve");
    }

    @Test
    void tellsChatFromCommandsByTheSlashInOldVersions() {
        FakeDialect old = new FakeDialect(PlayPackets.CHAT_MESSAGE);
        plugin.register(packets.commandListeners(), event -> CommandDecision.deny(Component.text(event.command())));
        plugin.register(packets.chatListeners(), event -> ChatDecision.deny(NO));
        FakeTappedPacket command = packet(old, PlayPackets.CHAT_MESSAGE, said("/op", false, LastSeen.NOTHING));
        FakeTappedPacket chat = packet(old, PlayPackets.CHAT_MESSAGE, said("hi", false, LastSeen.NOTHING));

        tap("event-command", old).packet(chat);
        tap("event-chat", old).packet(command);
        assertThat(chat.isHeld()).isFalse();
        assertThat(command.isHeld()).isFalse();

        tap("event-command", old).packet(command);
        assertThat(command.verdict()).isEqualTo(Verdict.DROP);
        assertThat(client.messages).containsExactly(Component.text("op"));
    }

    @Test
    void changesPluginMessagesBothWays() {
        BlockingQueue<PluginMessageEvent.Source> seen = new LinkedBlockingQueue<>();
        plugin.register(packets.pluginMessageListeners(), event -> {
            seen.add(event.source());
            return event.channel().equals("a:drop")
                    ? PluginMessageDecision.drop()
                    : PluginMessageDecision.replace(ByteBuffer.wrap(new byte[] {9}));
        });

        Verdict changed = show(
                        "event-plugin-message",
                        PlayPackets.CLIENTBOUND_PLUGIN_MESSAGE,
                        new PluginMessage("a:b", Bytes.of((byte) 1)))
                .verdict();
        Verdict dropped = show(
                        "event-plugin-message",
                        PlayPackets.SERVERBOUND_PLUGIN_MESSAGE,
                        new PluginMessage("a:drop", Bytes.EMPTY))
                .verdict();

        assertThat(replacement(modern, PlayPackets.CLIENTBOUND_PLUGIN_MESSAGE, changed))
                .isEqualTo(new PluginMessage("a:b", Bytes.of((byte) 9)));
        assertThat(dropped).isEqualTo(Verdict.DROP);
        assertThat(seen).containsExactly(PluginMessageEvent.Source.SERVER, PluginMessageEvent.Source.CLIENT);
    }

    @Test
    void asksOnlyListenersThatWantTheChannel() {
        Rank rank = plugin.register(packets.pluginMessageListeners(), event -> PluginMessageDecision.drop());
        packets.pluginMessageListeners().change(rank, Topics.of(new String[] {"a:mine", "a:other"}));

        assertThat(showMessage("a:mine").verdict()).isEqualTo(Verdict.DROP);
        assertThat(showMessage("a:other").verdict()).isEqualTo(Verdict.DROP);
        assertThat(showMessage("a:theirs").isHeld()).as("nobody is asked").isFalse();

        Rank curious = plugin.register(
                packets.pluginMessageListeners(), event -> PluginMessageDecision.replace(ByteBuffer.allocate(1)));
        Verdict changed = showMessage("a:theirs").verdict();
        assertThat(replacement(modern, PlayPackets.SERVERBOUND_PLUGIN_MESSAGE, changed))
                .isEqualTo(new PluginMessage("a:theirs", Bytes.of((byte) 0)));

        packets.pluginMessageListeners().change(curious, Topics.of("a:mine"));
        assertThat(showMessage("a:theirs").isHeld())
                .as("nobody is asked any more")
                .isFalse();
    }

    private FakeTappedPacket showMessage(String channel) {
        return show(
                "event-plugin-message",
                PlayPackets.SERVERBOUND_PLUGIN_MESSAGE,
                new PluginMessage(channel, Bytes.EMPTY));
    }

    @Test
    void refusesPluginMessagesThatAreTooLong() {
        plugin.register(
                packets.pluginMessageListeners(), event -> PluginMessageDecision.replace(ByteBuffer.allocate(32_768)));

        assertThat(show(
                                "event-plugin-message",
                                PlayPackets.SERVERBOUND_PLUGIN_MESSAGE,
                                new PluginMessage("a:b", Bytes.EMPTY))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void keepsChangedPluginMessagesToTheConfiguredLimit() {
        plugin.register(
                packets.pluginMessageListeners(), event -> PluginMessageDecision.replace(ByteBuffer.allocate(40_000)));
        modern.limitServerboundMessages(40_000);
        assertThat(replacement(
                        modern,
                        PlayPackets.SERVERBOUND_PLUGIN_MESSAGE,
                        showMessage("a:b").verdict()))
                .extracting(PluginMessage::data)
                .isEqualTo(Bytes.of(new byte[40_000]));

        modern.limitServerboundMessages(39_999);
        assertThat(showMessage("a:b").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void tellsTheBrandOfAClient() throws InterruptedException {
        BlockingQueue<ClientBrandEvent> seen = new LinkedBlockingQueue<>();
        plugin.register(packets.clientBrandListeners(), seen::add);
        byte[] vanilla = "vanilla".getBytes(StandardCharsets.UTF_8);
        byte[] withLength = "_fabric".getBytes(StandardCharsets.UTF_8);
        withLength[0] = 6;

        FakeTappedPacket packet = show(
                "event-client-brand",
                PlayPackets.SERVERBOUND_PLUGIN_MESSAGE,
                new PluginMessage("minecraft:brand", Bytes.of(withLength)));
        assertThat(seen.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(new ClientBrandEvent(steve, "fabric"));
        show(
                "event-client-brand",
                PlayPackets.SERVERBOUND_PLUGIN_MESSAGE,
                new PluginMessage("MC|Brand", Bytes.of(vanilla)));
        assertThat(seen.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(new ClientBrandEvent(steve, "vanilla"));

        assertThat(packet.isHeld()).isFalse();
    }

    @Test
    void tellsTheSettingsOfAClient() throws InterruptedException {
        BlockingQueue<ClientSettingsEvent> seen = new LinkedBlockingQueue<>();
        plugin.register(packets.clientSettingsListeners(), seen::add);

        show(
                "event-client-settings",
                PlayPackets.CLIENT_INFORMATION,
                new ClientInformation(
                        "de_de",
                        12,
                        ClientInformation.ChatMode.COMMANDS,
                        true,
                        127,
                        ClientInformation.Hand.LEFT,
                        false,
                        true,
                        ClientInformation.Particles.ALL));

        assertThat(seen.poll(LIMIT_SECONDS, TimeUnit.SECONDS))
                .isEqualTo(new ClientSettingsEvent(
                        steve, "de_de", 12, ClientSettingsEvent.Chat.COMMANDS, true, 127, true, true));
    }

    @Test
    void changesWhatAKickedPlayerReads() {
        plugin.register(packets.kickedListeners(), event -> {
            assertThat(event.reason()).isEqualTo(Component.text("bye"));
            return KickedDecision.disconnect(NO);
        });

        Verdict inPlay = show("event-kicked", PlayPackets.DISCONNECT, new Disconnect(Component.text("bye")))
                .verdict();
        Verdict inConfiguration = show(
                        "event-kicked", ConfigurationPackets.DISCONNECT, new Disconnect(Component.text("bye")))
                .verdict();

        assertThat(replacement(modern, PlayPackets.DISCONNECT, inPlay).text()).isEqualTo(NO);
        assertThat(replacement(modern, ConfigurationPackets.DISCONNECT, inConfiguration)
                        .text())
                .isEqualTo(NO);
    }

    @Test
    void showsWhichPacketsSessionsDecodeForAListener() {
        plugin.register(packets.chatListeners(), event -> ChatDecision.allow());

        assertThat(chains.costs()).singleElement().satisfies(cost -> {
            assertThat(cost.listener()).isEqualTo("ChatListener");
            assertThat(cost.kinds()).containsExactly("play serverbound chat", "play serverbound chat_message");
        });
    }

    @Test
    void asksPacketListenersWithTheirOwnDeclaration() {
        List<Map<String, Object>> declared = new ArrayList<>();
        PacketListenerTaps own = new PacketListenerTaps(packets.packetListeners(), (properties, factory) -> {
            declared.add(properties);
            return register(properties, factory);
        });
        own.add(
                new Registered<>(
                        plugin.origin(),
                        new Rank(0, 99),
                        plugin.source(event -> {
                            assertThat(event.kind()).isEqualTo(PacketKind.of("play serverbound ChatMessage0"));
                            assertThat(event.fields().remaining()).isEqualTo(1);
                            return PacketAnswer.drop()
                                    .sendBefore(RawPacket.of("ChatCommand1", (byte) 7))
                                    .sendAfter(RawPacket.of("ChatCommand1"));
                        }),
                        "mine"),
                Map.of(
                        "packet.id",
                        "mine",
                        "packet.kinds",
                        "play serverbound ChatMessage0",
                        "packet.limitMillis",
                        3000));

        Verdict verdict =
                show("mine", PlayPackets.CHAT_MESSAGE, said("hi", false, SEEN)).verdict();

        assertThat(verdict.decision()).isEqualTo(new Decision.Drop());
        assertThat(verdict.before()).singleElement().satisfies(packet -> assertThat(VarInts.read(packet))
                .isEqualTo(1));
        assertThat(verdict.after()).hasSize(1);
        verdict.before().forEach(ByteBuf::release);
        verdict.after().forEach(ByteBuf::release);
        assertThat(declared).singleElement().satisfies(properties -> assertThat(properties)
                .containsEntry("tap.kinds", "play serverbound ChatMessage0")
                .containsEntry("tap.owner", "com.example.one")
                .containsEntry("tap.owner.prefix", "packet."));

        own.remove(99);
        assertThat(registered).isEmpty();
        assertThat(chains.costs()).isEmpty();
    }

    @Test
    void failsClosedWhereAPacketListenerSaysSo() {
        PacketListenerTaps own = new PacketListenerTaps(packets.packetListeners(), this::register);
        own.add(
                new Registered<>(
                        plugin.origin(),
                        new Rank(0, 99),
                        plugin.source(event -> PacketAnswer.replace(RawPacket.of("unknown"))),
                        "mine"),
                Map.of("packet.id", "mine", "packet.kinds", "k", "packet.failOpen", false));

        FakeTappedPacket packet = show("mine", PlayPackets.CHAT_MESSAGE, said("hi", false, SEEN));
        assertThat(packet.otherwise()).isEqualTo(Verdict.DROP);
        assertThat(packet.verdict()).isEqualTo(Verdict.DROP);
        for (int i = 0; i < 15; i++) {
            show("mine", PlayPackets.CHAT_MESSAGE, said("hi", false, SEEN)).verdict();
        }

        FakeTappedPacket behindQuarantine = show("mine", PlayPackets.CHAT_MESSAGE, said("hi", false, SEEN));
        assertThat(behindQuarantine.isHeld()).isFalse();
        assertThat(behindQuarantine.isDropped()).isTrue();
    }

    @Test
    void refusesABadTimeLimit() {
        PacketListenerTaps own = new PacketListenerTaps(packets.packetListeners(), this::register);
        own.add(
                new Registered<>(plugin.origin(), new Rank(0, 99), plugin.source(event -> PacketAnswer.pass()), "mine"),
                Map.of("packet.limitMillis", 0));

        assertThat(registered).isEmpty();
        assertThat(own.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.service()).isEqualTo("PacketListener mine");
            assertThat(fault.reason()).startsWith("packet.limitMillis = 0, must be");
        });
        own.remove(99);
        assertThat(own.faults()).isEmpty();
    }
}
