// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.motd;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The forms in which an icon is written in a file, and the one in which it is sent: a data URI of a PNG of 64 by 64 pixels.
 * Messages name the key {@code favicon} first, as the configuration expects.
 */
public final class Favicon {
    /** In bytes, of the file: more than any answer can hold, so that it is not read in vain. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final String DATA = "data:";
    private static final String PNG_DATA = "data:image/png;base64,";

    /** What the first six bytes of a PNG are in base64. A path does not begin so; base64 may hold slashes further on. */
    private static final String PNG_BASE64 = "iVBORw0K";

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.*", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("(?is).*[/\\\\].*|.*\\.(png|jpg|jpeg|gif|ico)");
    private static final int SIDE_PIXELS = 64;

    /** PNG specification, third edition, 5.2. */
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** PNG specification, third edition, 11.2.1: the length and type of the first chunk come before width and height. */
    private static final int WIDTH_OFFSET = 16;

    private static final int HEIGHT_OFFSET = 20;
    private static final int HEADER_BYTES = 24;
    private static final int SHOWN_CHARS = 60;

    private Favicon() {}

    /**
     * Makes the data URI of a value; an address is checked and stays one. Reads a file.
     *
     * @throws IllegalArgumentException if it is none of the forms, or not a PNG of 64 by 64 pixels
     */
    static String resolve(String value) {
        String trimmed = value.strip();
        if (isAddress(trimmed)) {
            return checkedAddress(trimmed);
        }
        try {
            return toDataUri(bytesOf(trimmed));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("favicon = \"" + shortened(trimmed) + "\" " + e.getMessage(), e);
        }
    }

    /** Whether a resolved value is where the icon is, not the icon. */
    public static boolean isAddress(String value) {
        return !value.startsWith(DATA) && ADDRESS.matcher(value).matches();
    }

    /**
     * The data URI of a PNG.
     *
     * @throws IllegalArgumentException if it is not one of 64 by 64 pixels; the message goes on behind "it"
     */
    public static String toDataUri(byte[] png) {
        if (png.length < HEADER_BYTES || !Arrays.equals(png, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw new IllegalArgumentException("is not a PNG image: clients show no other kind");
        }
        int width = ByteBuffer.wrap(png).getInt(WIDTH_OFFSET);
        int height = ByteBuffer.wrap(png).getInt(HEIGHT_OFFSET);
        if (width != SIDE_PIXELS || height != SIDE_PIXELS) {
            throw new IllegalArgumentException("has " + Integer.toUnsignedString(width) + " by "
                    + Integer.toUnsignedString(height) + " pixels, must have 64 by 64");
        }
        return PNG_DATA + Base64.getEncoder().encodeToString(png);
    }

    private static byte[] bytesOf(String value) {
        if (value.regionMatches(true, 0, DATA, 0, DATA.length())) {
            if (!value.regionMatches(true, 0, PNG_DATA, 0, PNG_DATA.length())) {
                throw new IllegalArgumentException("must begin with " + PNG_DATA);
            }
            return decoded(value.substring(PNG_DATA.length()));
        }
        boolean isFile = !value.startsWith(PNG_BASE64) && FILE.matcher(value).matches();
        return isFile ? contentOf(value) : decoded(value);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not base64, a path or an address: " + e.getMessage(), e);
        }
    }

    private static byte[] contentOf(String path) {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw new IllegalArgumentException("is a file of more than " + MAX_BYTES + " bytes");
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(
                    "does not exist: paths are relative to " + Path.of("").toAbsolutePath(), e);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("cannot be read: " + e, e);
        }
    }

    private static String checkedAddress(String value) {
        try {
            if (new URI(value).getHost() != null) {
                return value;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "favicon = \"" + shortened(value) + "\" is not a valid address: " + e.getReason(), e);
        }
        throw new IllegalArgumentException("favicon = \"" + shortened(value) + "\" is an address without a host");
    }

    private static String shortened(String value) {
        return value.length() <= SHOWN_CHARS ? value : value.substring(0, SHOWN_CHARS) + "…";
    }
}
