// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import io.netty.handler.codec.haproxy.HAProxyCommand;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyProtocolVersion;
import io.netty.handler.codec.haproxy.HAProxyProxiedProtocol;
import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * The PROXY protocol header, version 2, that tells a backend who the client is. Source: the PROXY protocol
 * specification of HAProxy, section 2.2.
 *
 * @param source the client
 * @param destination the address the client reached us at
 */
record ProxyHeader(InetSocketAddress source, InetSocketAddress destination) {
    /** The prefix of an IPv4 address among the IPv6 ones (RFC 4291, section 2.5.5.2). */
    private static final String V4_MAPPED = "::ffff:";

    /** A new message, to be released by whoever writes it. */
    HAProxyMessage toMessage() {
        boolean v4 = isV4(source) && isV4(destination);
        return new HAProxyMessage(
                HAProxyProtocolVersion.V2,
                HAProxyCommand.PROXY,
                v4 ? HAProxyProxiedProtocol.TCP4 : HAProxyProxiedProtocol.TCP6,
                v4 ? source.getAddress().getHostAddress() : v6(source.getAddress()),
                v4 ? destination.getAddress().getHostAddress() : v6(destination.getAddress()),
                source.getPort(),
                destination.getPort());
    }

    private static boolean isV4(InetSocketAddress address) {
        return address.getAddress() instanceof Inet4Address;
    }

    /** Without a scope, which means nothing on another machine. */
    private static String v6(InetAddress address) {
        return address instanceof Inet4Address
                ? V4_MAPPED + address.getHostAddress()
                : NetUtil.toAddressString(address);
    }
}
