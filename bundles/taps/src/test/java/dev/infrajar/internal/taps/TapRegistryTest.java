// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.TapChain;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.intercept.TappedPacket.Decision;
import dev.infrajar.net.intercept.TappedPacket.Held;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.ByteBuf;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TapRegistryTest {
    private static final int IN_A_ROW = 16;

    private final TapStage stage = new TapStage();
    private final TapRegistry registry = stage.registry;
    private final Factories plugin = stage.plugin;
    private final FakeDialects dialects = stage.dialects;
    private final FakeSession session = stage.session;
    private final List<String> seen = new ArrayList<>();
    private TapChain running = TapChain.NONE;

    @AfterEach
    void close() {
        stage.close();
    }

    private TapChain open() {
        return stage.open();
    }

    private FakePacket show(TapChain chain, int id) {
        return stage.show(chain, id);
    }

    private PacketTap noting(String name) {
        return packet -> seen.add(name + " " + packet.id());
    }

    private ListenerCost cost(String id) {
        return stage.cost(id);
    }

    private static PacketTap failing() {
        return packet -> {
            throw new NoClassDefFoundError("com/example/Gone");
        };
    }

    @Test
    void wantsNothingWithoutTaps() {
        TapChain chain = open();

        assertThat(chain.wanted(Phase.PLAY, Direction.CLIENTBOUND).isEmpty()).isTrue();
        assertThat(chain.maxBytes(Phase.PLAY, Direction.CLIENTBOUND)).isZero();
        show(chain, 1);
    }

    @Test
    void wantsWhatItsTapsWant() {
        plugin.add(
                "a",
                Map.of("tap.kinds", new String[] {"play clientbound p1", "login serverbound p9"}),
                session1 -> Optional.of(noting("a")));
        plugin.add(
                "b",
                Map.of("tap.kinds", "play clientbound p7", "tap.maxBytes", 100),
                session1 -> Optional.of(noting("b")));
        TapChain chain = open();

        assertThat(chain.wanted(Phase.PLAY, Direction.CLIENTBOUND).ids()).containsExactly(1, 7);
        assertThat(chain.wanted(Phase.PLAY, Direction.SERVERBOUND).ids()).isEmpty();
        assertThat(chain.wanted(Phase.LOGIN, Direction.SERVERBOUND).ids()).containsExactly(9);
        assertThat(chain.maxBytes(Phase.PLAY, Direction.CLIENTBOUND)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void takesTheGreatestSizeThatAnybodyWants() {
        plugin.add("a", Map.of("tap.maxBytes", 50), session1 -> Optional.of(noting("a")));
        plugin.add("b", Map.of("tap.maxBytes", 100), session1 -> Optional.of(noting("b")));

        assertThat(open().maxBytes(Phase.PLAY, Direction.CLIENTBOUND)).isEqualTo(100);
    }

    @Test
    void showsPacketsInOrderToThoseThatWantThem() {
        plugin.add("b", Map.of(), session1 -> Optional.of(noting("b")));
        plugin.add("a", Map.of("tap.before", "b"), session1 -> Optional.of(noting("a")));
        plugin.add("other", "p2", noting("other"));
        TapChain chain = open();

        show(chain, 1);
        show(chain, 2);
        show(chain, 3);

        assertThat(seen).containsExactly("a 1", "b 1", "other 2");
    }

    @Test
    void sparesLargePacketsThoseThatDoNotWantThem() {
        plugin.add("small", Map.of("tap.maxBytes", 4), session1 -> Optional.of(noting("small")));
        plugin.add("large", Map.of(), session1 -> Optional.of(noting("large")));
        TapChain chain = open();

        session.onLoop(() -> chain.packet(new FakePacket(Direction.CLIENTBOUND, 1, 3)));
        session.onLoop(() -> chain.packet(new FakePacket(Direction.CLIENTBOUND, 1, 4)));

        assertThat(seen).containsExactly("small 1", "large 1", "large 1");
    }

    @Test
    void showsADroppedPacketToNobodyElse() {
        plugin.add("a", "p1", TappedPacket::drop);
        plugin.add("b", "p1", noting("b"));

        assertThat(show(open(), 1).done).containsExactly("drop");
        assertThat(seen).isEmpty();
    }

    @Test
    void showsAReplacementToThoseBehindWhoWantItsKind() {
        plugin.add("two", "p2", noting("two"));
        plugin.add("a", "p1", packet -> packet.replace(FakePacket.packet(2)));
        plugin.add("one", "p1", noting("one"));
        plugin.add("two-again", "p2", noting("two-again"));

        assertThat(show(open(), 1).done).containsExactly("replace 2");
        assertThat(seen).containsExactly("two-again 2");
    }

    @Test
    void showsAHeldPacketToTheOthersWhenItGoesOn() {
        plugin.add("a", "p1", noting("a"));
        plugin.add("holder", "p1", packet -> packet.hold(Duration.ofSeconds(1), new Decision.Pass()));
        plugin.add("b", "p1", noting("b"));
        TapChain chain = open();

        FakePacket packet = show(chain, 1);
        assertThat(seen).containsExactly("a 1");

        session.onLoop(() -> chain.resumed(packet));
        assertThat(seen).containsExactly("a 1", "b 1");
    }

    @Test
    void findsItsPlaceAgainWhenTapsChangeWhileAPacketIsHeld() {
        long first = plugin.add("a", "p1", noting("a"));
        plugin.add("holder", "p1", packet -> packet.hold(Duration.ofSeconds(1), new Decision.Pass()));
        plugin.add("b", "p1", noting("b"));
        TapChain chain = open();
        FakePacket packet = show(chain, 1);

        registry.remove(first);
        plugin.add("new", Map.of("tap.after", "b"), session1 -> Optional.of(noting("new")));
        session.onLoop(() -> chain.resumed(packet));

        assertThat(seen).containsExactly("a 1", "b 1", "new 1");
    }

    @Test
    void decidesBehindTheCallThatHolds() {
        List<Boolean> decidedDuringCall = new ArrayList<>();
        FakePacket packet = FakePacket.clientbound(1);
        plugin.add("holder", "p1", shown -> {
            Held held = shown.hold(Duration.ofSeconds(1), new Decision.Pass());
            held.resume(new Decision.Drop());
            decidedDuringCall.add(packet.decision != null);
        });
        TapChain chain = open();

        session.onLoop(() -> chain.packet(packet));
        session.onLoop(() -> {}); // what was put off has been done

        assertThat(decidedDuringCall).containsExactly(false);
        assertThat(packet.decision).isEqualTo(new Decision.Drop());
    }

    private Held hold(FakePacket packet) {
        List<Held> held = new ArrayList<>();
        plugin.add("holder", "p1", shown -> held.add(shown.hold(Duration.ofSeconds(1), new Decision.Pass())));
        TapChain chain = open();
        running = chain;
        session.onLoop(() -> chain.packet(packet));
        return held.getFirst();
    }

    @Test
    void sendsPacketsBesideAHeldOneThatGoesOn() {
        FakePacket packet = FakePacket.clientbound(1);
        Held held = hold(packet);

        session.onLoop(() -> {
            held.resume(new Decision.Pass(), List.of(FakePacket.packet(5)), List.of(FakePacket.packet(6)));
            running.resumed(packet);
        });

        assertThat(packet.decision).isEqualTo(new Decision.Pass());
        assertThat(packet.done).containsExactly("hold", "before 5", "after 6");
    }

    @Test
    void sendsPacketsInThePlaceOfAHeldOneThatIsDropped() {
        FakePacket packet = FakePacket.clientbound(1);
        Held held = hold(packet);

        held.resume(new Decision.Drop(), List.of(FakePacket.packet(5)), List.of(FakePacket.packet(6)));
        session.onLoop(() -> {}); // what was put off has been done

        assertThat(packet.decision).isEqualTo(new Decision.Drop());
        assertThat(session.sent).containsExactly(5, 6);
    }

    @Test
    void sendsNothingBesideAPacketThatHasGoneOnAlready() {
        FakePacket packet = FakePacket.clientbound(1);
        Held held = hold(packet);
        ByteBuf late = FakePacket.packet(5);

        session.onLoop(() -> {
            running.resumed(packet);
            held.resume(new Decision.Drop(), List.of(late), List.of());
        });

        assertThat(late.refCnt()).isZero();
        assertThat(session.sent).isEmpty();
        assertThat(packet.done).containsExactly("hold");
    }

    @Test
    void releasesWhatWasToGoBesideAPacketThatNeverGoesOn() {
        Held held = hold(FakePacket.clientbound(1));
        ByteBuf kept = FakePacket.packet(5);

        session.onLoop(() -> {
            held.resume(new Decision.Pass(), List.of(kept), List.of());
            running.closed();
        });

        assertThat(kept.refCnt()).isZero();
    }

    @Test
    void refusesToTouchAPacketAfterItsCall() {
        List<TappedPacket> kept = new ArrayList<>();
        plugin.add("a", "p1", kept::add);
        FakePacket packet = show(open(), 1);

        assertThat(catchThrowable(() -> kept.getFirst().drop())).isInstanceOf(IllegalStateException.class);
        assertThat(packet.done).isEmpty();
    }

    @Test
    void passesOverATapThatFails() {
        plugin.add("a", "p1", failing());
        plugin.add("b", "p1", noting("b"));

        assertThat(show(open(), 1).done).isEmpty();
        assertThat(seen).containsExactly("b 1");
        assertThat(cost("a").failures()).isEqualTo(1);
        assertThat(cost("a").lastFailure()).contains("java.lang.NoClassDefFoundError: com/example/Gone");
    }

    @Test
    void undoesWhatATapDecidedBeforeItFailed() {
        ByteBuf other = FakePacket.packet(7);
        List<ByteBuf> added = List.of(FakePacket.packet(2), FakePacket.packet(3));
        plugin.add("a", "p1", packet -> {
            packet.replace(other);
            packet.sendBefore(added.getFirst());
            packet.sendAfter(added.getLast());
            packet.drop();
            throw new IllegalStateException("boom");
        });
        plugin.add("b", "p1", noting("b"));

        FakePacket packet = show(open(), 1);

        assertThat(packet.done).isEmpty();
        assertThat(seen).containsExactly("b 1");
        assertThat(other.refCnt()).isZero();
        assertThat(added).allSatisfy(one -> assertThat(one.refCnt()).isZero());
    }

    @Test
    void doesInItsOrderWhatATapDecides() {
        plugin.add("a", "p1", packet -> {
            packet.sendBefore(FakePacket.packet(2));
            packet.replace(FakePacket.packet(7));
            assertThat(packet.id()).isEqualTo(1);
            packet.hold(Duration.ofSeconds(1), new Decision.Pass());
            packet.sendAfter(FakePacket.packet(3));
        });

        assertThat(show(open(), 1).done).containsExactly("before 2", "replace 7", "hold", "after 3");
    }

    @Test
    void dropsWhatATapFailsAtThatMustNotBePassedBy() {
        plugin.add("a", Map.of("tap.failOpen", false), session1 -> Optional.of(failing()));
        plugin.add("b", "p1", noting("b"));

        assertThat(show(open(), 1).done).containsExactly("drop");
        assertThat(seen).isEmpty();
    }

    @Test
    void letsAHeldPacketGoOnWhenItsHolderFails() {
        plugin.add("a", "p1", packet -> {
            packet.hold(Duration.ofHours(1), new Decision.Drop());
            throw new IllegalStateException("boom");
        });

        FakePacket packet = show(open(), 1);
        session.onLoop(() -> {}); // what was put off has been done

        assertThat(packet.decision).isEqualTo(new Decision.Pass());
    }

    @Test
    void quarantinesATapThatFailsTooOftenInARow() {
        List<String> closed = new ArrayList<>();
        plugin.add("a", "p1", new PacketTap() {
            @Override
            public void packet(TappedPacket packet) {
                throw new IllegalStateException("boom");
            }

            @Override
            public void closed() {
                closed.add("closed");
            }
        });
        TapChain chain = open();

        for (int i = 0; i < IN_A_ROW; i++) {
            assertThat(cost("a").quarantined()).isFalse();
            show(chain, 1);
        }

        assertThat(cost("a").quarantined()).isTrue();
        assertThat(session.onLoop(
                        () -> chain.wanted(Phase.PLAY, Direction.CLIENTBOUND).isEmpty()))
                .isTrue();
        assertThat(closed).containsExactly("closed");
        assertThat(open().wanted(Phase.PLAY, Direction.CLIENTBOUND).isEmpty()).isTrue();
    }

    @Test
    void countsARowAcrossSessions() {
        plugin.add("a", "p1", failing());

        for (int i = 0; i < IN_A_ROW; i++) {
            TapChain chain = open();
            show(chain, 1);
            session.onLoop(chain::closed);
        }

        assertThat(cost("a").quarantined()).isTrue();
    }

    @Test
    void forgivesATapThatSucceedsInBetween() {
        plugin.add("a", "p1", packet -> {
            if (seen.size() % 10 != 9) {
                seen.add("failed");
                throw new IllegalStateException("boom");
            }
            seen.add("succeeded");
        });
        TapChain chain = open();

        for (int i = 0; i < 10 * IN_A_ROW; i++) {
            show(chain, 1);
        }

        assertThat(cost("a").quarantined()).isFalse();
        assertThat(cost("a").calls()).isEqualTo(160);
        assertThat(cost("a").failures()).isEqualTo(144);
    }

    @Test
    void stopsPacketsInThePlaceOfAQuarantinedTapThatMustNotBePassedBy() {
        plugin.add("a", Map.of("tap.failOpen", false), session1 -> Optional.of(failing()));
        TapChain chain = open();
        for (int i = 0; i < IN_A_ROW; i++) {
            show(chain, 1);
        }

        assertThat(show(chain, 1).done).containsExactly("drop");
        assertThat(show(open(), 1).done).containsExactly("drop");
        assertThat(cost("a").failures()).isEqualTo(IN_A_ROW);
    }

    @Test
    void goesOnWithoutATapThatCannotBeMade() {
        plugin.add("a", Map.of(), session1 -> {
            throw new IllegalStateException("boom");
        });
        plugin.add("b", "p1", noting("b"));

        show(open(), 1);

        assertThat(seen).containsExactly("b 1");
        assertThat(cost("a").failures()).isEqualTo(1);
    }

    @Test
    void leavesOutTapsThatDoNotWantTheSession() {
        plugin.add("a", Map.of(), session1 -> Optional.empty());
        plugin.add("b", "p2", noting("b"));
        TapChain chain = open();

        assertThat(chain.wanted(Phase.PLAY, Direction.CLIENTBOUND).ids()).containsExactly(2);
        show(chain, 1);
        show(chain, 2);
        assertThat(seen).containsExactly("b 2");
    }

    @Test
    void addsATapToRunningSessions() {
        TapChain chain = open();
        int before = chain.version();

        plugin.add("a", "p1", noting("a"));
        show(chain, 1);

        assertThat(seen).containsExactly("a 1");
        assertThat(chain.version()).isNotEqualTo(before);
        assertThat(chain.wanted(Phase.PLAY, Direction.CLIENTBOUND).ids()).containsExactly(1);
    }

    @Test
    void takesATapOutOfRunningSessionsAndTellsIt() {
        List<String> closed = new ArrayList<>();
        long id = plugin.add("a", "p1", new PacketTap() {
            @Override
            public void packet(TappedPacket packet) {
                seen.add("a");
            }

            @Override
            public void closed() {
                closed.add("closed");
            }
        });
        TapChain chain = open();

        registry.remove(id);

        assertThat(closed).containsExactly("closed");
        show(chain, 1);
        assertThat(seen).isEmpty();
        assertThat(registry.costs()).isEmpty();
    }

    @Test
    void keepsNothingOfATapThatHasLeft() throws InterruptedException {
        TapChain chain = open();
        WeakReference<PacketTap> tap = addAndRemove(chain);

        for (int i = 0; i < 50 && tap.get() != null; i++) {
            System.gc();
            Thread.onSpinWait();
        }

        assertThat(tap.get()).isNull();
        assertThat(chain.version()).isPositive();
    }

    private WeakReference<PacketTap> addAndRemove(TapChain chain) {
        PacketTap tap = packet -> {
            packet.hold(Duration.ofSeconds(1), new Decision.Pass());
            throw new IllegalStateException(seen.toString());
        };
        long id = plugin.add("a", "p1", tap);
        show(chain, 1);
        registry.remove(id);
        return new WeakReference<>(tap);
    }

    @Test
    void keepsTheStateOfATapWhenOthersComeAndGo() {
        List<String> made = new ArrayList<>();
        plugin.add("a", Map.of(), session1 -> {
            made.add("a");
            return Optional.of(noting("a"));
        });
        TapChain chain = open();
        show(chain, 1);

        registry.remove(plugin.add("b", "p1", noting("b")));
        show(chain, 1);

        assertThat(made).containsExactly("a");
        assertThat(cost("a").calls()).isEqualTo(2);
    }

    @Test
    void tellsTapsOfPhasesCompressionAndTheEnd() {
        plugin.add("a", "p1", new PacketTap() {
            @Override
            public void packet(TappedPacket packet) {}

            @Override
            public void phaseChanged(Direction direction, Phase phase) {
                seen.add(direction + " " + phase);
            }

            @Override
            public void compressionChanged(Direction direction, int threshold) {
                seen.add(direction + " " + threshold);
            }

            @Override
            public void closed() {
                seen.add("closed");
            }
        });
        TapChain chain = open();

        session.onLoop(() -> {
            chain.phaseChanged(Direction.CLIENTBOUND, Phase.PLAY);
            chain.compressionChanged(Direction.SERVERBOUND, 256);
            chain.closed();
            chain.closed();
        });

        assertThat(seen).containsExactly("clientbound play", "serverbound 256", "closed");
        assertThat(chain.wanted(Phase.PLAY, Direction.CLIENTBOUND).isEmpty()).isTrue();
    }

    @Test
    void tapOfAnUpdatedBundleTakesOverWhenTheOneBeforeLeaves() {
        long before = plugin.add("a", "p1", noting("before"));
        TapChain chain = open();
        plugin.addSuccessor("a", noting("after"));
        show(chain, 1);
        assertThat(registry.faults()).isEmpty();

        registry.remove(before);
        show(chain, 1);

        assertThat(seen).containsExactly("before 1", "after 1");
        assertThat(registry.faults()).isEmpty();
    }

    @Test
    void showsTwoTapsOfOneIdAsAFault() {
        plugin.add("a", "p1", noting("first"));
        long second = plugin.add("a", "p1", noting("second"));
        TapChain chain = open();
        show(chain, 1);

        assertThat(seen).containsExactly("first 1");
        assertThat(registry.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.bundle()).isEqualTo("com.example.plugin");
            assertThat(fault.service()).isEqualTo("tap a");
            assertThat(fault.reason()).isEqualTo("the id is taken by bundle com.example.plugin; the tap is not used");
        });

        registry.remove(second);
        assertThat(registry.faults()).isEmpty();
    }

    @Test
    void usesADeclarationOnceItHasBeenCorrected() {
        long id =
                plugin.add("a", Map.of("tap.kinds", "play clientbound unknown"), session1 -> Optional.of(noting("a")));
        assertThat(registry.faults()).hasSize(1);

        registry.change(id, Map.of("tap.id", "a", "tap.kinds", "play clientbound p1"));

        assertThat(registry.faults()).isEmpty();
        show(open(), 1);
        assertThat(seen).containsExactly("a 1");
    }

    @Test
    void showsACycleAsAFaultAndUsesItsTaps() {
        plugin.add("a", Map.of("tap.before", "b"), session1 -> Optional.of(noting("a")));
        plugin.add("b", Map.of("tap.before", "a"), session1 -> Optional.of(noting("b")));

        show(open(), 1);

        assertThat(seen).containsExactly("a 1", "b 1");
        assertThat(registry.faults()).singleElement().satisfies(fault -> assertThat(fault.reason())
                .contains("their priorities decide"));
    }

    @Test
    void waitsForACodec() {
        registry.forget(dialects);
        plugin.add("a", "p1", noting("a"));
        TapChain chain = open();
        show(chain, 1);
        assertThat(seen).isEmpty();

        registry.speak(dialects);
        show(chain, 1);
        assertThat(seen).containsExactly("a 1");
    }
}
