package allot.render;

import static org.assertj.core.api.Assertions.assertThat;

import allot.catalog.Bucket;
import allot.rebalance.Alternative;
import allot.rebalance.PlanSample;
import allot.rebalance.RebalancePlan;
import allot.rebalance.Untraded;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RebalanceJsonTest {

  private static void assertFields(Class<? extends Record> type, String contract) {
    List<String> names =
        Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
    assertThat(names).startsWith(contract.split(" "));
  }

  @Test
  void every_field_of_the_contract_stands_in_its_order_and_more_behind() {
    assertFields(
        RebalanceJson.class,
        "schema asOf currency inputs plan destination minimize cash trades transfers untraded"
            + " residue before after turnover fees gain tax alternatives warnings");
    assertFields(
        TradeRow.class, "side asset id bucket account quantity price value fee reason lots");
    assertFields(TradeRow.LotRow.class, "acquired quantity proceeds cost gain term longTermFrom");
    assertFields(RebalanceJson.TransferRow.class, "from to amount");
    assertFields(RebalanceJson.UntradedRow.class, "asset bucket account value reason");
    assertFields(RebalanceJson.MixRow.class, "bucket value weight drift");
    assertFields(RebalanceJson.GainRow.class, "shortTerm longTerm");
    assertFields(
        RebalanceJson.AlternativeRow.class,
        "name cash instalments turnover fees tax totalDrift trades");
  }

  private static RebalanceJson json(PlanSample sample, Alternative... ways) {
    return RebalanceJson.of(sample.plan(), List.of(ways), "rebalance-1", List.of(), List.of());
  }

  private static PlanSample sample() {
    PlanSample sample = PlanSample.on("2026-11-20").rates("0", "0");
    sample.sell(
        "bittensor",
        "Kraken",
        sample.lot("2024-01-01", "6", "300.10", "599.70"),
        sample.lot("2026-01-01", "4", "500", "399.80"));
    return sample
        .buy("mystery", "", "9.5")
        .transfer("Kraken", "", 95050)
        .untraded("filecoin", Untraded.Reason.NO_PRICE, 1200)
        .after(Bucket.LAYER_1, "6000")
        .after(Bucket.LAYER_2, "2950")
        .after(Bucket.STABLECOIN, "1049");
  }

  @Test
  void a_plan_in_figures() {
    RebalanceJson json = json(sample());
    assertThat(json.trades()).extracting(TradeRow::id).containsExactly("bittensor", null);
    assertThat(json.trades().get(0).lots())
        .containsExactly(
            new TradeRow.LotRow(
                "2024-01-01",
                new BigDecimal("6"),
                new BigDecimal("599.7"),
                new BigDecimal("300.1"),
                new BigDecimal("299.6"),
                "long",
                "2025-01-02"),
            new TradeRow.LotRow(
                "2026-01-01",
                new BigDecimal("4"),
                new BigDecimal("399.8"),
                new BigDecimal("500"),
                new BigDecimal("-100.2"),
                "short",
                "2027-01-02"));
    assertThat(json.residue()).isEqualTo("49");
    assertThat(json.turnover()).isEqualTo("1000");
    assertThat(json.fees()).isEqualTo("1");
    assertThat(json.gain())
        .isEqualTo(new RebalanceJson.GainRow(new BigDecimal("-100.2"), new BigDecimal("299.6")));
    assertThat(json.tax()).isEqualTo("29.91");
    assertThat(json.after())
        .extracting(RebalanceJson.MixRow::weight)
        .containsExactly(
            new BigDecimal("60.0060006001"),
            new BigDecimal("29.502950295"),
            new BigDecimal("10.4910491049"));
    assertThat(json.untraded())
        .containsExactly(
            new RebalanceJson.UntradedRow(
                "FIL", "hybrid", "", new BigDecimal("12"), "no-price", "filecoin"));
  }

  @Test
  void unknown_is_null() {
    PlanSample sample = PlanSample.on("2026-11-20").rates("0", "0");
    sample.sell("bittensor", "", sample.lot(Optional.empty(), "1", Optional.empty(), "99.50"));
    RebalanceJson json = json(sample, noWay(Alternative.Name.HALF));
    assertThat(json.gain()).isNull();
    assertThat(json.tax()).isNull();
    assertThat(json.trades().get(0).lots())
        .containsExactly(
            new TradeRow.LotRow(
                null, BigDecimal.ONE, new BigDecimal("99.5"), null, null, null, null));
    assertThat(json.alternatives())
        .containsExactly(
            new RebalanceJson.AlternativeRow("half", null, null, null, null, null, null, null));
    assertThat(json.after()).extracting(RebalanceJson.MixRow::weight).containsOnlyNulls();
    assertThat(json.after()).extracting(RebalanceJson.MixRow::drift).containsOnlyNulls();
  }

  private static Alternative noWay(Alternative.Name name) {
    return new Alternative(name, Optional.empty(), Optional.empty());
  }

  @Test
  void an_alternative_is_a_plan_in_short() {
    RebalancePlan other = sample().cash(125_000).plan();
    RebalanceJson json =
        json(
            sample(),
            new Alternative(Alternative.Name.BUY_ONLY, Optional.of(other), Optional.of(3)));
    assertThat(json.alternatives())
        .containsExactly(
            new RebalanceJson.AlternativeRow(
                "buy-only",
                new BigDecimal("1250"),
                3,
                new BigDecimal("1000"),
                BigDecimal.ONE,
                new BigDecimal("29.91"),
                new BigDecimal("0.497049705"),
                2));
  }

  @Test
  void without_a_plan_there_are_no_figures_of_one() {
    PlanSample sample = PlanSample.on("2026-11-20");
    RebalanceJson json =
        RebalanceJson.undecided(sample.allocation(), sample.settings(), List.of(), List.of());
    assertThat(json.plan()).isNull();
    assertThat(json.before()).hasSize(3);
    assertThat(
            Stream.of(
                json.trades(),
                json.transfers(),
                json.untraded(),
                json.after(),
                json.alternatives()))
        .allMatch(List::isEmpty);
    assertThat(Stream.of(json.residue(), json.turnover(), json.fees(), json.gain(), json.tax()))
        .containsOnlyNulls();
  }

  @Test
  void the_table_has_a_line_for_each_lot_and_one_for_a_trade_without() {
    String csv =
        CsvRenderer.render(
            CsvTable.ofRecords(TradeRow.TableRow.class, TradeRow.table(sample().plan())));
    assertThat(csv)
        .isEqualTo(
            """
            n,side,asset,id,bucket,account,quantity,price,value,fee,reason,acquired,lotQuantity,\
            proceeds,cost,gain,term,longTermFrom
            1,sell,TAO,bittensor,layer-1,Kraken,10,100,1000,0.5,over-target,2024-01-01,6,599.7,\
            300.1,299.6,long,2025-01-02
            1,sell,TAO,bittensor,layer-1,Kraken,10,100,1000,0.5,over-target,2026-01-01,4,399.8,\
            500,-100.2,short,2027-01-02
            2,buy,mystery,,unclassified,,9.5,100,950,0.5,under-target,,,,,,,
            """);
  }
}
