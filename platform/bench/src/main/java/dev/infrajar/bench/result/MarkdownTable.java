// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.result;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Markdown table with aligned columns: text to the left, numbers to the right. */
final class MarkdownTable {
    private MarkdownTable() {}

    /**
     * Writes a table.
     *
     * @param header a title for each column
     * @param rows each with as many cells
     * @return ends with a line break
     */
    static String of(List<String> header, List<List<String>> rows) {
        List<Integer> widths = IntStream.range(0, header.size())
                .mapToObj(column -> width(column, header, rows))
                .toList();
        List<Boolean> numbers = IntStream.range(0, header.size())
                .mapToObj(column -> isNumeric(column, rows))
                .toList();
        return line(header, widths, numbers)
                + rule(widths, numbers)
                + rows.stream().map(row -> line(row, widths, numbers)).collect(Collectors.joining());
    }

    private static int width(int column, List<String> header, List<List<String>> rows) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(header.get(column).length(), Math::max);
    }

    private static boolean isNumeric(int column, List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.get(column))
                .allMatch(cell -> cell.isEmpty() || cell.charAt(0) == '-' || Character.isDigit(cell.charAt(0)));
    }

    private static String line(List<String> cells, List<Integer> widths, List<Boolean> numbers) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> pad(cells.get(column), widths.get(column), numbers.get(column)))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String rule(List<Integer> widths, List<Boolean> numbers) {
        return IntStream.range(0, widths.size())
                .mapToObj(column -> "-".repeat(widths.get(column) + 1) + (numbers.get(column) ? ":" : "-"))
                .collect(Collectors.joining("|", "|", "|\n"));
    }

    private static String pad(String text, int width, boolean isNumber) {
        String space = " ".repeat(width - text.length());
        return isNumber ? space + text : text + space;
    }
}
