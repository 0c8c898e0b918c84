// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.stream.IntStream;

/** Where a console command writes: lines, and tables that fit the screen. Used by one command at a time. */
public final class ConsoleWriter extends PrintWriter {
    /** The width where the screen's is not known: nothing is cut. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final String GAP = "  ";
    private static final String CUT = "…";

    /** The least characters that a column is cut to. */
    private static final int MIN_COLUMN = 6;

    private final int width;

    /**
     * A writer for a screen.
     *
     * @param out takes the text
     * @param width of the screen in characters, or {@link #UNLIMITED}
     */
    public ConsoleWriter(Writer out, int width) {
        super(out, true);
        this.width = width;
    }

    /**
     * The width of the screen.
     *
     * @return characters, or {@link #UNLIMITED}
     */
    public int width() {
        return width;
    }

    /**
     * Prints a table. Columns are as wide as their longest cell; where the screen is narrower, the widest are cut.
     *
     * @param header one title for each column
     * @param rows cells, as many in each row as there are titles
     */
    public void table(List<String> header, List<List<String>> rows) {
        print(header, rows, -1);
    }

    /**
     * Prints a table of which one column is cut before all others, down to its title.
     *
     * @param header one title for each column
     * @param rows cells, as many in each row as there are titles
     * @param cutFirst the title of the column that can be done without most easily
     */
    public void table(List<String> header, List<List<String>> rows, String cutFirst) {
        print(header, rows, header.indexOf(cutFirst));
    }

    private void print(List<String> header, List<List<String>> rows, int cutFirst) {
        int[] widths = IntStream.range(0, header.size())
                .map(column -> Math.max(
                        header.get(column).length(),
                        rows.stream()
                                .mapToInt(row -> row.get(column).length())
                                .max()
                                .orElse(0)))
                .toArray();
        if (cutFirst >= 0) {
            int least = Math.max(MIN_COLUMN, header.get(cutFirst).length());
            widths[cutFirst] -= Math.clamp(excess(widths), 0, Math.max(0, widths[cutFirst] - least));
        }
        fit(widths);
        row(header, widths);
        rows.forEach(row -> row(row, widths));
    }

    private void fit(int[] widths) {
        while (excess(widths) > 0) {
            int widest = IntStream.range(0, widths.length)
                    .reduce(0, (best, column) -> widths[column] > widths[best] ? column : best);
            if (widths[widest] <= MIN_COLUMN) {
                return;
            }
            widths[widest]--;
        }
    }

    /** How many characters are too many; negative where there is room. */
    private long excess(int[] widths) {
        long gaps = (long) GAP.length() * (widths.length - 1);
        return IntStream.of(widths).asLongStream().sum() + gaps - width;
    }

    private void row(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cut(cells.get(column), widths[column]);
            line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
        }
        println(line.toString().stripTrailing());
    }

    private static String cut(String cell, int width) {
        return cell.length() <= width ? cell : cell.substring(0, width - CUT.length()) + CUT;
    }
}
