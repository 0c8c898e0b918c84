// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import dev.infrajar.net.packet.login.LoginSuccess;
import dev.infrajar.net.packet.login.ProfileProperty;
import dev.infrajar.net.wire.WireException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** A Login Success packet while it is read or written. */
final class LoginSuccessDraft {
    private static final int UNDASHED_CHARS = 32;
    private static final int DASHED_CHARS = 36;
    private static final int MAX_NAME_CHARS = 16;

    /** Vanilla reads 16; forwarding proxies add some. */
    private static final int MAX_PROPERTIES = 64;

    private static final Pattern UNDASHED =
            Pattern.compile("(\\p{XDigit}{8})(\\p{XDigit}{4})(\\p{XDigit}{4})(\\p{XDigit}{4})(\\p{XDigit}{12})");
    private static final Pattern DASHED =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    static final Field.Drafts<LoginSuccess, LoginSuccessDraft> DRAFTS =
            new Field.Drafts<>(LoginSuccessDraft::new, LoginSuccessDraft::of, LoginSuccessDraft::toPacket);

    /** 1.7.2 to 1.7.5: 32 hexadecimal digits. */
    static final Field<LoginSuccessDraft> UNDASHED_UUID = new Field<>(
            (in, draft) -> draft.uuid = uuid(dashed(in.string(UNDASHED_CHARS))),
            (out, draft) -> out.string(draft.uuid.toString().replace("-", "")));

    static final Field<LoginSuccessDraft> DASHED_UUID = new Field<>(
            (in, draft) -> draft.uuid = uuid(in.string(DASHED_CHARS)),
            (out, draft) -> out.string(draft.uuid.toString()));

    /** Since 1.16 four integers, which are the same sixteen bytes. */
    static final Field<LoginSuccessDraft> UUID_BYTES =
            new Field<>((in, draft) -> draft.uuid = in.uuid(), (out, draft) -> out.uuid(draft.uuid));

    static final Field<LoginSuccessDraft> NAME = new Field<>(
            (in, draft) -> draft.name = in.string(MAX_NAME_CHARS),
            (out, draft) -> out.string(draft.name, MAX_NAME_CHARS));

    static final Field<LoginSuccessDraft> PROPERTIES = new Field<>(
            (in, draft) -> draft.properties = in.list(MAX_PROPERTIES, () -> property(in)),
            (out, draft) -> out.list(draft.properties, property -> property(out, property)));

    static final Field<LoginSuccessDraft> STRICT =
            new Field<>((in, draft) -> draft.isStrict = in.bool(), (out, draft) -> out.bool(draft.isStrict));

    static final Field<LoginSuccessDraft> SESSION_ID =
            new Field<>((in, draft) -> draft.sessionId = in.uuid(), (out, draft) -> out.uuid(draft.sessionId));

    private UUID uuid = LoginSuccess.NO_SESSION;
    private String name = "";
    private List<ProfileProperty> properties = List.of();
    private boolean isStrict;
    private UUID sessionId = LoginSuccess.NO_SESSION;

    private LoginSuccessDraft() {}

    private static LoginSuccessDraft of(LoginSuccess packet) {
        LoginSuccessDraft draft = new LoginSuccessDraft();
        draft.uuid = packet.uuid();
        draft.name = packet.name();
        draft.properties = packet.properties();
        draft.isStrict = packet.strictErrorHandling();
        draft.sessionId = packet.sessionId();
        return draft;
    }

    private LoginSuccess toPacket() {
        return new LoginSuccess(uuid, name, properties, isStrict, sessionId);
    }

    private static String dashed(String undashed) {
        return UNDASHED.matcher(undashed).replaceFirst("$1-$2-$3-$4-$5");
    }

    private static UUID uuid(String dashed) {
        if (!DASHED.matcher(dashed).matches()) {
            throw WireException.UNKNOWN_VALUE;
        }
        return UUID.fromString(dashed);
    }

    private static ProfileProperty property(PacketIn in) {
        return new ProfileProperty(in.string(), in.string(), in.optional(in::string));
    }

    private static void property(PacketOut out, ProfileProperty property) {
        out.string(property.name());
        out.string(property.value());
        out.optional(property.signature(), out::string);
    }
}
