// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.api.command.CommandSource;
import dev.infrajar.api.player.Player;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.plain.PlainTextComponentSerializer;

/** Somebody with permissions, who reads. */
public final class FakeSource implements CommandSource {
    private final Set<String> permissions;
    private final List<String> read = new ArrayList<>();

    public FakeSource(String... permissions) {
        this.permissions = Set.of(permissions);
    }

    /** The texts so far, without their colours. */
    public List<String> read() {
        return List.copyOf(read);
    }

    @Override
    public Optional<Player> player() {
        return Optional.of(FakePlayer.named("Steve"));
    }

    @Override
    public String name() {
        return "Steve";
    }

    @Override
    public void sendMessage(Component text) {
        read.add(PlainTextComponentSerializer.plainText().serialize(text));
    }

    @Override
    public boolean hasPermission(String permission) {
        return permissions.contains("*") || permissions.contains(permission);
    }
}
