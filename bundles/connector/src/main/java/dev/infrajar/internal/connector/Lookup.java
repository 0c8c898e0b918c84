// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The blocking name lookup of the platform. */
@FunctionalInterface
interface Lookup {
    /** All addresses of a host name, or the one of an IP literal. */
    InetAddress[] allByName(String host) throws UnknownHostException;
}
