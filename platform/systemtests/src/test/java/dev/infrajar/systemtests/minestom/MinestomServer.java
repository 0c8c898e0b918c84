// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.minestom;

import java.io.IOException;
import java.util.Set;
import net.minestom.server.Auth;
import net.minestom.server.MinecraftServer;
import net.minestom.server.coordinate.Pos;
import net.minestom.server.event.player.AsyncPlayerConfigurationEvent;
import net.minestom.server.event.player.PlayerDisconnectEvent;
import net.minestom.server.event.player.PlayerSpawnEvent;
import net.minestom.server.instance.InstanceContainer;
import net.minestom.server.instance.block.Block;

/**
 * A flat world where everybody may enter and chat is broadcast: {@code MinestomServer PORT [AUTH SECRET]}. It lives as
 * long as its standard input.
 */
final class MinestomServer {
    private static final int GROUND = 40;

    private MinestomServer() {}

    public static void main(String[] arguments) throws IOException {
        MinecraftServer server = MinecraftServer.init(auth(arguments));
        InstanceContainer world = MinecraftServer.getInstanceManager().createInstanceContainer();
        world.setGenerator(unit -> unit.modifier().fillHeight(0, GROUND, Block.STONE));
        var events = MinecraftServer.getGlobalEventHandler();
        events.addListener(AsyncPlayerConfigurationEvent.class, event -> {
            event.setSpawningInstance(world);
            event.getPlayer().setRespawnPoint(new Pos(0, GROUND, 0));
        });
        events.addListener(PlayerSpawnEvent.class, event -> {
            System.out.println("joined " + event.getPlayer().getUsername());
            System.out.println("uuid " + event.getPlayer().getUsername() + " "
                    + event.getPlayer().getUuid());
        });
        events.addListener(
                PlayerDisconnectEvent.class,
                event -> System.out.println("left " + event.getPlayer().getUsername()));
        server.start("127.0.0.1", Integer.parseInt(arguments[0]));
        System.out.println("listening");
        awaitEndOfInput();
        MinecraftServer.stopCleanly();
    }

    /** Who players are: what the client says, or what a proxy says that knows the secret. */
    private static Auth auth(String[] arguments) {
        String kind = arguments.length > 1 ? arguments[1] : "offline";
        return switch (kind) {
            case "velocity" -> new Auth.Velocity(arguments[2]);
            case "bungeecord" -> new Auth.Bungee();
            case "bungeeguard" -> new Auth.Bungee(Set.of(arguments[2]));
            default -> new Auth.Offline();
        };
    }

    private static void awaitEndOfInput() throws IOException {
        int next = System.in.read();
        while (next != -1) {
            next = System.in.read();
        }
    }
}
