// SPDX-License-Identifier: Apache-2.0
/**
 * What is known of each backend: whether it can be connected, how much it carries, how fast it is; and the probes that find
 * out whether one that failed is back.
 *
 * <pre>
 *        failed        3 failures in 10 s, a failed probe, or 3 in a row without probes
 *   Up ---------> Doubtful ---------------------------------------> Ejected
 *    ^               |                                                 |
 *    +---------------+------------------- connected ------------------+
 * </pre>
 *
 * An address that is doubtful is tried behind those that are up, an ejected one behind all others. While active health checks
 * are on, only a connection or a probe that succeeds ends either state: no player is the one who finds out. Where they are
 * off, time ends them, and one login at a time finds out: the third of these to fail in a row ejects, however far apart they are.
 */
@NullMarked
package dev.infrajar.internal.connector.health;

import org.jspecify.annotations.NullMarked;
