package allot.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.Law;
import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.money.CurrencyUnit;
import allot.portfolio.HeldLots;
import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PortfolioDraftTest {
  private static final AssetCatalog CATALOG = AssetCatalog.builtIn();

  private static HeldLots held(String id, String account, Lot... lots) {
    Asset asset = CATALOG.byId(id).orElseGet(() -> Asset.unknown(id));
    return new HeldLots(asset, account, List.of(lots));
  }

  private static Lot lot(String acquired, String quantity, String cost) {
    return new Lot(
        Optional.of(acquired).filter(day -> !day.isEmpty()).map(LocalDate::parse),
        new BigDecimal(quantity),
        Optional.of(cost).filter(amount -> !amount.isEmpty()).map(BigDecimal::new));
  }

  private static byte[] bytes(HeldLots... held) {
    return new PortfolioDraft(CurrencyUnit.USD, Optional.empty(), List.of(held))
        .bytes("p.json", CATALOG);
  }

  private static Portfolio read(byte[] bytes) {
    return PortfolioFile.read(InputFile.of("p.json", bytes), CATALOG);
  }

  @Test
  void a_lot_has_a_line_and_what_is_unknown_of_it_is_left_out() {
    PortfolioDraft draft =
        new PortfolioDraft(
            CurrencyUnit.USD,
            Optional.of(ZoneId.of("America/New_York")),
            List.of(
                held("bittensor", "Coinbase", lot("2026-01-05", "1.250", "502.50")),
                held(
                    "near",
                    "",
                    lot("2025-01-01", "1E+3", "0"),
                    lot("2025-02-01", "0.000000000000000001", ""),
                    lot("", "2", "7"))));
    assertThat(new String(draft.bytes("p.json", CATALOG), UTF_8))
        .isEqualTo(
            """
            {
              "version": 1,
              "currency": "USD",
              "timezone": "America/New_York",
              "holdings": [
                { "asset": "TAO", "quantity": "1.25", "account": "Coinbase",
                  "lots": [
                    { "acquired": "2026-01-05", "quantity": "1.25", "cost": "502.5" }
                  ] },
                { "asset": "NEAR", "quantity": "1002.000000000000000001",
                  "lots": [
                    { "acquired": "2025-01-01", "quantity": "1000", "cost": "0" },
                    { "acquired": "2025-02-01", "quantity": "0.000000000000000001" },
                    { "quantity": "2", "cost": "7" }
                  ] }
              ]
            }
            """);
  }

  @Test
  void nothing_held_is_a_file_too() {
    String text =
        new String(
            new PortfolioDraft(
                    CurrencyUnit.of("EUR").orElseThrow(), Optional.of(ZoneOffset.UTC), List.of())
                .bytes("p.json", CATALOG),
            UTF_8);
    assertThat(text)
        .isEqualTo(
            """
            {
              "version": 1,
              "currency": "EUR",
              "timezone": "UTC",
              "holdings": []
            }
            """);
    assertThat(read(text.getBytes(UTF_8)).currency().code()).isEqualTo("EUR");
  }

  @Test
  void an_id_stands_where_a_symbol_names_several_or_another() {
    Lot lot = lot("2025-01-01", "1", "1");
    byte[] bytes =
        bytes(
            held("gensyn", "a", lot),
            held("sleepless-ai", "a", lot),
            held("NULL1", "a", lot),
            held("bittensor", "a \"quoted\"\t ", lot));
    assertThat(new String(bytes, UTF_8))
        .contains("\"gensyn\"", "\"sleepless-ai\"", "\"NULL1\"", "\"TAO\"");
    assertThat(read(bytes).holdings())
        .extracting(holding -> holding.asset().id())
        .containsExactly("gensyn", "sleepless-ai", "null1", "bittensor");
    assertThat(read(bytes).holdings().get(3).account()).isEqualTo("a \"quoted\"");
  }

  @Test
  void what_could_not_be_read_again_is_refused() {
    Lot tooLong = lot("", "1".repeat(30) + "." + "1".repeat(31), "");
    assertThatThrownBy(() -> bytes(held("bittensor", "", tooLong)))
        .isInstanceOf(ProblemException.class)
        .hasMessage("p.json: TAO: a number has more than 60 digits");
    Lot lot = lot("", "1", "");
    assertThatThrownBy(() -> bytes(held("bittensor", "x".repeat(65_537), lot)))
        .hasMessage("p.json: a name has more than 65536 characters");
    HeldLots money = new HeldLots(Asset.unknown("USD"), "", List.of(lot));
    assertThatThrownBy(() -> bytes(money))
        .hasMessage("p.json: USD is money here, and money has no lots");
  }

  @Test
  void a_coin_that_only_shares_its_symbol_is_refused_where_no_id_tells_it_apart() {
    HeldLots unknown = new HeldLots(Asset.unknown("AI"), "", List.of(lot("", "1", "")));
    assertThatThrownBy(() -> bytes(unknown))
        .hasMessageContaining("p.json: AI is a symbol of several assets; write ");
  }

  private static List<HeldLots> random(SplittableRandom random) {
    List<Asset> assets = new ArrayList<>(CATALOG.assets());
    assets.removeIf(Asset::isCash);
    assets.add(Asset.unknown("NULL1"));
    assets.add(Asset.unknown("日本 \"x\""));
    List<HeldLots> held = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      List<Lot> lots = new ArrayList<>();
      for (int k = random.nextInt(1, 5); k > 0; k--) {
        lots.add(
            new Lot(
                random.nextInt(4) == 0
                    ? Optional.empty()
                    : Optional.of(LocalDate.ofEpochDay(random.nextInt(15_000, 20_000))),
                decimal(random).max(new BigDecimal("1e-18")),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(decimal(random))));
      }
      Asset asset = assets.get(random.nextInt(assets.size()));
      held.add(new HeldLots(asset, List.of("", "Kraken", "a\\b").get(random.nextInt(3)), lots));
    }
    return held;
  }

  private static BigDecimal decimal(SplittableRandom random) {
    return BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), random.nextInt(-3, 19));
  }

  @Test
  void what_is_written_is_read_again() {
    Law.holds(
        random -> {
          List<HeldLots> held = random(random);
          PortfolioDraft draft = new PortfolioDraft(CurrencyUnit.USD, Optional.empty(), held);
          byte[] bytes = draft.bytes("p.json", CATALOG);
          List<Holding> read = read(bytes).holdings();
          assertThat(read).hasSize(held.size());
          List<HeldLots> again = new ArrayList<>();
          for (int i = 0; i < held.size(); i++) {
            Holding holding = read.get(i);
            assertThat(holding.asset().id()).isEqualTo(held.get(i).asset().id());
            assertThat(holding.account()).isEqualTo(held.get(i).account());
            assertThat(holding.quantity()).isEqualByComparingTo(held.get(i).quantity());
            assertThat(PortfolioFixture.lots(holding.lots()))
                .isEqualTo(PortfolioFixture.lots(held.get(i).lots()));
            again.add(new HeldLots(holding.asset(), holding.account(), holding.lots()));
          }
          assertThat(
                  new PortfolioDraft(CurrencyUnit.USD, Optional.empty(), again)
                      .bytes("p.json", CATALOG))
              .isEqualTo(bytes);
        });
  }
}
