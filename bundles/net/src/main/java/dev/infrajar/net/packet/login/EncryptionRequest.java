// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.login;

import dev.infrajar.net.wire.Bytes;

/**
 * Asks the client to encrypt, and to prove who it is.
 *
 * @param serverId part of what is hashed for the session server; empty since 1.7
 * @param publicKey an RSA key in X.509 form (RFC 5280, SubjectPublicKeyInfo)
 * @param verifyToken what the client has to send back encrypted
 * @param shouldAuthenticate whether the client is to ask the session server; {@code true} before 1.20.5, which cannot say it
 */
public record EncryptionRequest(String serverId, Bytes publicKey, Bytes verifyToken, boolean shouldAuthenticate) {}
