// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets log levels from the command line, {@code debug} or {@code info,router=debug}, and ends logging. */
final class LogSettings {
    static final String DEFAULT_LEVEL = "info";

    /** The packages of the platform's bundles; a short name is a bundle's. */
    private static final String BUNDLES = "dev.infrajar.internal.";

    private LogSettings() {}

    static void apply(String filter) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            for (String part : filter.split(",", -1)) {
                int equals = part.indexOf('=');
                String logger = equals < 0
                        ? Logger.ROOT_LOGGER_NAME
                        : loggerName(part.substring(0, equals).strip());
                context.getLogger(logger)
                        .setLevel(level(part.substring(equals + 1).strip()));
            }
        }
    }

    /** Writes the lines that wait; to be called before the process ends. */
    static void flush() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().forEachRemaining(appender -> {
                if (appender instanceof BatchedConsole console) {
                    console.flush();
                }
            });
        }
    }

    private static String loggerName(String name) {
        return name.indexOf('.') >= 0 ? name : BUNDLES + name.replace('-', '.');
    }

    private static Level level(String word) {
        Level level = Level.toLevel(word, null);
        if (level == null) {
            System.err.println("'" + word + "' is no log level: trace, debug, info, warn, error or off; using info");
            return Level.INFO;
        }
        return level;
    }
}
