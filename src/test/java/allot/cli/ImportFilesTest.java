package allot.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Statements whose bytes no text of a case can hold. */
class ImportFilesTest {
  private static final String HEADER = "date,symbol,side,quantity,price,account\n";
  private static final String ROW = "2026-01-05,TAO,buy,10,400,Kraken\n";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneOffset.UTC);

  private record Run(int exit, String out, String err) {}

  private static Run run(byte[] statement, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "import";
    arguments[1] = "-";
    System.arraycopy(more, 0, arguments, 2, more.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = Main.run(arguments, new ByteArrayInputStream(statement), out, err, Map.of(), CLOCK);
    return new Run(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  private static Run run(String statement, String... more) {
    return run(statement.getBytes(UTF_8), more);
  }

  private static void assertRefused(Run run, String line) {
    assertThat(run).isEqualTo(new Run(65, "", "error: -" + line + "\n"));
  }

  private static byte[] bytes(int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return bytes;
  }

  @Test
  void other_kinds_of_files_are_named() {
    assertRefused(run(""), ": is empty");
    assertRefused(run("\n \n\n"), ": is empty");
    String spreadsheet = ": is a spreadsheet; save it as CSV, in UTF-8";
    assertRefused(run(bytes('P', 'K', 3, 4, 20, 0)), spreadsheet);
    assertRefused(run(bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1)), spreadsheet);
    String wide = ": is UTF-16; save it as UTF-8";
    assertRefused(run(("\uFEFF" + HEADER + ROW).getBytes(UTF_16LE)), wide);
    assertRefused(run((HEADER + ROW).getBytes(UTF_16LE)), wide);
    assertRefused(run(" {}"), ": is JSON and no statement; a portfolio file goes behind --into");
  }

  @Test
  void what_is_not_utf_8_is_refused_wherever_it_stands() {
    String line = ": holds bytes that are not UTF-8; save it as UTF-8";
    assertRefused(run((HEADER + ROW.replace("Kraken", "Z\u00FCrich")).getBytes(ISO_8859_1)), line);
    String late = HEADER + ROW.repeat(100_000) + ROW.replace("Kraken", "Z\u00FCrich");
    assertRefused(run(late.getBytes(ISO_8859_1)), line);
  }

  @Test
  void signatures_and_line_ends_of_any_kind_change_nothing() {
    Run plain = run(HEADER + ROW + ROW);
    assertThat(plain.exit()).isZero();
    assertThat(run("\uFEFF" + HEADER + ROW + ROW)).isEqualTo(plain);
    assertThat(run((HEADER + ROW + ROW).replace("\n", "\r\n"))).isEqualTo(plain);
    assertThat(run((HEADER + ROW + ROW).replace('\n', '\r'))).isEqualTo(plain);
    assertThat(run("\n\n" + HEADER + "\n" + ROW + "\r\n" + ROW + "\n ,,,,,\n")).isEqualTo(plain);
    assertThat(run((HEADER + ROW + ROW).strip())).isEqualTo(plain);
  }

  @Test
  void a_quote_that_is_left_open_takes_nothing_in_without_a_word() {
    String open = HEADER + ROW + ROW.replace("Kraken", "\"Kraken") + ROW;
    String line =
        ":3: a quote is not closed in this row, so that all the rest of the file is in it;"
            + " close it, or export the file again";
    assertRefused(run(open), line);
    assertRefused(run(open.strip()), line);
    assertRefused(run(HEADER + ROW + ROW.replace("Kraken\n", "\"")), line);
    Run skipped = run(open, "--skip-bad");
    assertThat(skipped.err()).isEqualTo("1 row that cannot be read is left out (--skip-bad)\n");
    assertThat(skipped.out()).isEqualTo(run(HEADER + ROW).out());
  }

  @Test
  void a_cell_of_a_megabyte_is_no_cell() {
    String cell = "x".repeat(1 << 20);
    assertThat(run(HEADER + ROW + ROW.replace("Kraken", cell)).err())
        .startsWith("error: -:3: what follows is no CSV")
        .hasSizeLessThan(300);
    assertThat(run(cell).err()).startsWith("error: -: ").hasSizeLessThan(400);
    assertThat(run("\"" + cell).err()).startsWith("error: -: ").hasSizeLessThan(400);
    assertThat(run(HEADER + ROW.replace("buy", "x".repeat(100_000))).err())
        .startsWith("error: -:2: ")
        .hasSizeLessThan(300);
  }

  @Test
  void control_characters_reach_neither_the_terminal_nor_the_file() {
    assertRefused(
        run(HEADER + ROW.replace("TAO", "TA\u001B[31mO")),
        ":2: the name of an asset holds a control character; remove it");
    Run account = run(HEADER + ROW.replace("Kraken", "Kra\u001Bken"));
    assertThat(account.exit()).isEqualTo(65);
    assertThat(account.err())
        .isEqualTo(
            "error: the new portfolio: Kra\\u{1b}ken holds the control character U+001B;"
                + " remove it\n");
    assertThat(account.out()).isEmpty();
    for (String hostile : new String[] {"\u001B[31m", "\u202Elevel", "\u0007", "\u009B"}) {
      Run side = run(HEADER + ROW.replace("buy", hostile));
      assertThat(side.exit()).isEqualTo(65);
      assertThat(side.err()).contains("\\u{").doesNotContain(hostile);
      Run header = run(hostile + HEADER.replace("date", "day") + ROW);
      assertThat(header.exit()).isEqualTo(65);
      assertThat(header.err()).contains("\\u{").doesNotContain(hostile);
      Run dry = run(HEADER + ROW.replace("Kraken", hostile), "--dry-run");
      assertThat(dry.out()).contains("\\u{").doesNotContain(hostile);
    }
  }
}
