// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import io.netty.util.NetUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom to ask, as {@code /etc/resolv.conf} says (resolv.conf(5)). Where it names nobody, nobody is asked: the platform's own
 * lookup does the work, and no server on the internet takes the place of a missing one.
 *
 * @param servers at most three, as the C library takes
 * @param search the domains that are tried behind a short name
 * @param ndots a name with fewer dots is short
 */
record ResolvConf(List<InetSocketAddress> servers, List<String> search, int ndots) {
    static final Path PLATFORM = Path.of("/etc/resolv.conf");

    /** Nobody is asked. */
    static final ResolvConf NONE = new ResolvConf(List.of(), List.of(), 1);

    private static final int PORT = 53;
    private static final int MAX_SERVERS = 3;
    private static final int MAX_NDOTS = 15;
    private static final String NDOTS = "ndots:";

    ResolvConf {
        servers = List.copyOf(servers);
        search = List.copyOf(search);
    }

    /** The file as it is now; {@link #NONE} where it cannot be read, as on platforms that have none. */
    static ResolvConf read(Path file) {
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException _) {
            return NONE;
        }
    }

    static ResolvConf parse(List<String> lines) {
        List<InetSocketAddress> servers = new ArrayList<>();
        List<String> search = List.of();
        int ndots = 1;
        for (String line : lines) {
            String[] words = line.strip().split("\\s+");
            List<String> values = List.of(words).subList(1, words.length);
            switch (words[0]) {
                case "nameserver" -> values.stream().limit(1).forEach(value -> addServer(servers, value));
                case "search", "domain" -> search = values;
                case "options" -> ndots = ndots(values, ndots);
                default -> {
                    // Comments, and what is of no concern here.
                }
            }
        }
        return new ResolvConf(servers, search, ndots);
    }

    private static void addServer(List<InetSocketAddress> servers, String literal) {
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(literal);
        if (address != null && servers.size() < MAX_SERVERS) {
            servers.add(new InetSocketAddress(address, PORT));
        }
    }

    private static int ndots(List<String> options, int otherwise) {
        return options.stream()
                .filter(option -> option.matches(NDOTS + "\\d{1,2}"))
                .mapToInt(option -> Math.min(Integer.parseInt(option.substring(NDOTS.length())), MAX_NDOTS))
                .findFirst()
                .orElse(otherwise);
    }

    /** The full names that a name may stand for, in the order in which they are asked for, each with a dot at its end. */
    List<String> candidates(String name) {
        if (name.endsWith(".")) {
            return List.of(name);
        }
        List<String> all = new ArrayList<>();
        search.forEach(domain -> all.add(name + "." + withDot(domain)));
        boolean isShort = name.chars().filter(c -> c == '.').count() < ndots;
        all.add(isShort ? all.size() : 0, name + ".");
        return all;
    }

    private static String withDot(String domain) {
        return domain.endsWith(".") ? domain : domain + ".";
    }
}
