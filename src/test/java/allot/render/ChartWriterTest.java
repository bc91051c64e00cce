package allot.render;

import static org.assertj.core.api.Assertions.assertThat;

import allot.problem.Visible;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartWriterTest {
  private static final List<Chart> ALL =
      List.of(
          ChartSamples.lines(1),
          ChartSamples.lines(5),
          ChartSamples.fan(),
          ChartSamples.stack(),
          ChartSamples.odds());

  @Test
  void each_curve_has_a_stroke_of_its_own_and_the_first_lies_on_top() {
    assertThat(plain(ChartSamples.lines(3), 60))
        .isEqualTo(
            """
            Value, USD
            16,000 ┤
                   │
                   │
            14,000 ┤                                                  ┏━
                   │                            ┏━━━━━┓  ╭─────╮     ┏┛
                   │                          ┏━┛     ┗━┓╯     ╰──╮┏━┛══
            12,000 ┤     ┏━━━┓───╮═╗         ┏┛      ╭─╯┗━━┓  ╔══┏━┛╮
                   │   ┏━┛╝  ┗━━┓╰─╮══╗    ┏━┛     ╭─╯     ┗━━━━━┛  ╰─╮
                   │ ┏━┛        ┗━┓╰─╮╚═╗ ┏┛      ╭╯      ╔═╝         ╰─
            10,000 ┤━┛            ┗━━┓─┏━━┛    ╭──╯     ╔═╝
                   │                 ┗━┛───────╯      ╔═╝
                   │                        ╚═════════╝
             8,000 ┤
                   └┬────────────────┬────────────────┬────────────────┬
                    2025-01-01  2025-05-14       2025-09-24   2026-02-04
                    ━ band:5/25:edge  ─ hold  ═ quarter
            """);
  }

  @Test
  void a_fan_shades_half_of_the_outcomes_and_nine_of_ten() {
    assertThat(plain(ChartSamples.fan(), 60))
        .isEqualTo(
            """
            Outcomes, USD
            60,000 ┤
                   │
                   │                                                  ░░
                   │                                       ░░░░░░░░░░░░░
            40,000 ┤                             ░░░░░░░░░░░░░░░░░░░░░░░
                   │                   ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                   │          ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                   │   ░░░░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
            20,000 ┤━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                   │ ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
                   │        ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒
                   │                                         ░░░░░░░░░░░
                 0 ┤
                   └┬────────────────┬────────────────┬────────────────┬
                    0 days       122 days         243 days      365 days
                    ▒ half of the outcomes, 25 to 75 %  ━ median
                    ░ nine of ten, 5 to 95 %
            """);
  }

  @Test
  void parts_are_stacked_to_a_hundred() {
    assertThat(plain(ChartSamples.stack(), 60))
        .isEqualTo(
            """
            Weights of the buckets
            100 % ┤░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                  │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
                  │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
             75 % ┤▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓▓
                  │▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
                  │▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
             50 % ┤▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓█████████
                  │▓▓▓▓▓▓▓▓▓▓███████████████████████████████████████████
                  │█████████████████████████████████████████████████████
             25 % ┤█████████████████████████████████████████████████████
                  │█████████████████████████████████████████████████████
                  │█████████████████████████████████████████████████████
              0 % ┤█████████████████████████████████████████████████████
                  └┬────────────────┬─────────────────┬────────────────┬
                   2025-01-01  2025-03-08        2025-05-14   2025-07-19
                   █ layer-2  ▓ layer-1  ▒ hybrid  ░ stablecoin
            """);
  }

  @Test
  void days_stand_where_they_fall_on_the_axis() {
    assertThat(plain(ChartSamples.odds(), 60))
        .isEqualTo(
            """
            Chance of having left the band
            100 % ┤
                  │
             80 % ┤                                       ┏━━━━━━━━━━━━━
                  │                             ┏━━━━━━━━━┛
             60 % ┤                     ┏━━━━━━━┛
                  │              ┏━━━━━━┛
             40 % ┤         ┏━━━━┛
                  │     ┏━━━┛
             20 % ┤ ┏━━━┛
                  │━┛
              0 % ┤
                  └┬─────────────┬──────────────────┬──────────────────┬
                   7 days     30 days            60 days         90 days
                   ━ out of band by then
            """);
  }

  @Test
  void the_last_day_has_its_label_whatever_that_leaves_to_others() {
    List<LocalDate> days =
        List.of(
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2026-03-20"),
            LocalDate.parse("2026-03-31"));
    Series curve = new Series("hold", List.of(1.0, 2.0, 3.0));
    Chart chart = new LineChart("v", Axis.ofDates(days), List.of(curve), Measure.MONEY);
    for (int width = 40; width <= 120; width++) {
      assertThat(plain(chart, width))
          .containsPattern("\n +2026-01-01.* 2026-03-31\n")
          .doesNotContain("312026");
    }
  }

  @Test
  void an_ascii_page_has_no_other_glyph() {
    for (Chart chart : ALL) {
      assertThat(text(chart, new Page(80, false, true))).isASCII();
    }
  }

  @Test
  void no_line_is_wider_than_the_page_and_none_ends_in_a_space() {
    for (Chart chart : ALL) {
      for (int width = Page.NARROWEST; width < 150; width++) {
        for (String line : plain(chart, width).split("\n")) {
          assertThat(Visible.width(line))
              .as("%s at %d", chart.title(), width)
              .isLessThanOrEqualTo(width);
          assertThat(line).doesNotEndWith(" ");
        }
      }
    }
  }

  @Test
  void colour_is_added_to_the_same_text() {
    for (Chart chart : ALL) {
      String coloured = text(chart, new Page(80, true, false));
      assertThat(coloured).contains("\u001b[38;5;32m");
      assertThat(coloured.replaceAll("\u001b\\[[0-9;]+m", "")).isEqualTo(plain(chart, 80));
    }
  }

  @Test
  void a_curve_may_begin_late_end_early_and_be_flat_or_a_point() {
    double none = Double.NaN;
    Axis axis =
        Axis.ofDates(
            List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 3)));
    Series late = new Series("late", List.of(none, 5.0, 5.0));
    Series nothing = new Series("nothing", List.of(none, none, none));
    assertThat(plain(new LineChart("x", axis, List.of(late, nothing), Measure.MONEY), 30))
        .contains("━")
        .contains("2026-01-01");
    Axis day = Axis.ofDates(List.of(LocalDate.of(2026, 1, 1)));
    Series point = new Series("point", List.of(0.0));
    assertThat(plain(new LineChart("x", day, List.of(point), Measure.PERCENT), 40))
        .contains("0 % ┤━")
        .contains("2026-01-01");
  }

  @Test
  void markdown_fences_a_chart_whatever_its_names_hold() {
    Axis day = Axis.ofDays(List.of(0, 1));
    Series hostile = new Series("```\n<b>", List.of(1.0, 2.0));
    Chart chart = new LineChart("x", day, List.of(hostile), Measure.MONEY);
    assertThat(MarkdownRenderer.render(Document.of(Section.of("Chart", chart))))
        .startsWith("## Chart\n\n````text\nx\n")
        .endsWith("━ ```\\u{a}<b>\n````\n");
  }

  @Test
  void pictures_are_left_to_pages_and_leave_no_heading() {
    Document document = Document.of(Section.of("Map", new Treemap("x", List.of())));
    assertThat(text(document, new Page(80, false, false))).isEmpty();
    assertThat(MarkdownRenderer.render(document)).isEmpty();
  }

  private static String plain(Chart chart, int width) {
    return text(chart, new Page(width, false, false));
  }

  private static String text(Chart chart, Page page) {
    return text(Document.of(Section.untitled(chart)), page);
  }

  private static String text(Document document, Page page) {
    return TextRenderer.render(document, page);
  }
}
