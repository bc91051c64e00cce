package allot.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KrakenTest {
  private static final String WALLETS =
      "txid,refid,time,type,subtype,aclass,asset,wallet,amount,fee,balance";
  private static final String DOLLARS = WALLETS + ",amountusd,feeusd";

  private static Statement ledger(String header, String... rows) {
    List<String> lines = new ArrayList<>(List.of(header));
    lines.addAll(List.of(rows));
    return Exports.text(lines.toArray(new String[0]));
  }

  @Test
  void the_old_ledger_has_pending_rows_staked_codes_and_fee_credits() {
    Statement read = Exports.sample("kraken/kraken_ledgers_old.csv");
    assertThat(read.faults()).isEmpty();
    assertThat(read.source()).isEqualTo("kraken");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 INTERNAL",
            "3 INCOME(staking) +0.0052 DOT #LNAAAA-AAAAA-AAAAA1",
            "4 TRADE +0.01 BTC -300 USD fee 0.78 USD =300 #TYAAAA-AAAAA-AAAAA3",
            "6 TRADE +0.4 ETH -600 USD =600 #TKAAAA-AAAAA-AAAAA6",
            "8 INTERNAL");
    assertThat(read.entries().get(0).label()).isEqualTo("pending deposit");
    assertThat(read.entries().get(0).account()).isEqualTo("Kraken");
    assertThat(Exports.balances(read))
        .containsExactly(
            "3 DOT 4.0302 in DOT.S",
            "4 USD 699.22 in ",
            "5 BTC 0.01 in ",
            "6 USD 99.22 in ",
            "7 ETH 0.4 in ");
  }

  @Test
  void the_ledger_of_2024_has_wallets() {
    Statement read =
        ledger(
            WALLETS,
            "LF1,TA4,2024-03-19 19:43:31,trade,,currency,ZEUR,spot / main,-100.0000,0.1800,899.8200",
            "LF2,TA4,2024-03-19 19:43:31,trade,,currency,XXBT,spot / main,0.0020000000,0,0.002");
    assertThat(Exports.entries(read))
        .containsExactly("2 TRADE +0.002 BTC -100 EUR fee 0.18 EUR #TA4");
    assertThat(Exports.balances(read)).containsExactly("2 EUR 899.82 in ", "3 BTC 0.002 in ");
  }

  @Test
  void the_ledger_of_2025_has_instant_purchases_and_rewards_net_of_their_fee() {
    Statement read = Exports.sample("kraken/kraken_ledgers_2025.csv");
    assertThat(read.faults()).isEmpty();
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 TRADE +2 TAO -500 USD fee 2 USD =500 #TA1",
            "4 TRADE +70 AKT -50 USD fee 0.75 USD =50 #QA1",
            "6 INCOME(staking) +0.008 TAO #LA5",
            "7 INTERNAL",
            "8 INTERNAL",
            "9 WITHDRAWAL -0.5 TAO fee 0.003 TAO #LA8");
    assertThat(read.entries().get(0).at()).isEqualTo(Instant.parse("2025-03-19T19:43:31Z"));
    assertThat(Exports.balances(read))
        .contains("6 TAO 2.008 in earn / bonded", "9 TAO 0.505 in ")
        .hasSize(8);
  }

  @Test
  void the_ledger_of_2026_states_dollars() {
    Statement read = Exports.sample("kraken/kraken_ledgers_2026.csv");
    assertThat(read.faults()).isEmpty();
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 TRADE +70 NEAR -120 USD fee 0.48 USD =120 #TB1",
            "4 INCOME(staking) +0.15 NEAR =0.26 #LB3",
            "5 INTERNAL");
    assertThat(Exports.balances(read)).contains("5 USDC 0.00000032 in ");
  }

  @Test
  void dollars_are_no_value_for_who_counts_in_another_currency() {
    Statement read =
        Exports.text(
            Exports.terms("EUR"),
            DOLLARS,
            "L1,T1,2026-03-03 10:00:00,earn,reward,currency,NEAR,earn / bonded,1,0,1,1.7,0");
    assertThat(Exports.entries(read)).containsExactly("2 INCOME(staking) +1 NEAR #L1");
  }

  @Test
  void a_trade_of_two_coins_is_worth_its_dollars_and_a_fee_in_coin_too() {
    Statement read =
        ledger(
            DOLLARS,
            "L1,T1,2026-03-03 10:00:00,trade,tradespot,currency,TAO,spot / main,-1,0.01,9,250,2.5",
            "L2,T1,2026-03-03 10:00:00,trade,tradespot,currency,XETH,spot / main,0.1,0,0.1,249,0");
    assertThat(Exports.entries(read))
        .containsExactly("2 TRADE +0.1 ETH -1 TAO fee 0.01 TAO =249 ~2.5 #T1");
  }

  @Test
  void the_rows_of_a_trade_may_stand_apart_in_any_order() {
    Statement read =
        ledger(
            WALLETS,
            "L1,T1,2026-03-03 10:00:00,trade,,currency,XXBT,spot,0.01,0,0.01",
            "L2,T2,2026-03-03 10:00:00,trade,,currency,ZUSD,spot,-50,0,50",
            "L3,T1,2026-03-03 10:00:00,trade,,currency,ZUSD,spot,-600,1,-551",
            "L4,T2,2026-03-03 10:00:01,trade,,currency,TAO,spot,0.2,0,0.2",
            "L5,T3,2026-03-03 10:00:02,trade,,currency,TAO,spot,0.2,0,0.2");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 TRADE +0.01 BTC -600 USD fee 1 USD =600 #T1", "3 TRADE +0.2 TAO -50 USD =50 #T2");
    assertThat(Exports.faults(read)).containsExactly("6: a trade without its other side");
  }

  @Test
  void fees_on_both_sides_and_money_that_rounds_to_nothing_are_kept() {
    Statement read =
        ledger(
            WALLETS,
            "L1,T1,2026-03-03 10:00:00,trade,,currency,TAO,spot,-1,0.01,9",
            "L2,T1,2026-03-03 10:00:00,trade,,currency,USDC,spot,250,0.2,249.8",
            "L3,T2,2026-03-03 11:00:00,trade,,currency,ZUSD,spot,0.0000,0,5",
            "L4,T2,2026-03-03 11:00:00,trade,,currency,XXBT,spot,0.00000001,0,1");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 TRADE +250 USDC -1 TAO fee 0.01 TAO #T1",
            "3 FEE fee 0.2 USDC #T1/fee3",
            "4 TRADE +0.00000001 BTC -0 USD =0 #T2");
  }

  @Test
  void small_amounts_swept_into_one_are_trades_by_their_value() {
    Statement read =
        ledger(
            DOLLARS,
            "L1,T1,2026-03-03 10:00:00,spend,dustsweeping,currency,TAO,spot,-0.001,0,0,-0.25,0",
            "L2,T1,2026-03-03 10:00:00,spend,dustsweeping,currency,AKT,spot,-0.5,0,0,-0.75,0",
            "L3,T1,2026-03-03 10:00:00,receive,dustsweeping,currency,USDC,spot,0.99,0,1,0.99,0");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 TRADE +0.2475 USDC -0.001 TAO =0.25 #T1/1",
            "2 TRADE +0.7425 USDC -0.5 AKT =0.75 #T1/2");
  }

  @Test
  void a_deposit_that_is_told_twice_counts_once() {
    Statement read =
        ledger(
            WALLETS,
            ",R1,2026-01-01 10:00:00,deposit,,currency,TAO,spot,2,0,",
            "L1,R1,2026-01-01 10:30:00,deposit,,currency,TAO,spot,2,0.1,1.9");
    assertThat(Exports.entries(read))
        .containsExactly("2 INTERNAL", "3 DEPOSIT +2 TAO fee 0.1 TAO #L1");
  }

  @Test
  void a_withdrawal_that_is_taken_back_never_was() {
    Statement read =
        ledger(
            WALLETS,
            "L1,R1,2026-01-01 10:00:00,withdrawal,,currency,TAO,spot,-0.5,0.003,1",
            "L2,R1,2026-01-05 10:30:00,withdrawal,,currency,TAO,spot,0.5,-0.003,1.503",
            "L3,R2,2026-01-06 10:00:00,withdrawal,,currency,TAO,spot,-0.5,0.003,1",
            "L4,R2,2026-01-07 10:30:00,withdrawal,,currency,TAO,spot,0.5,0,1.5",
            "L5,R3,2026-01-08 10:30:00,deposit,,currency,TAO,spot,-1,-0.1,0.6",
            "L6,R4,2026-01-09 10:30:00,withdrawal,,currency,TAO,spot,0.2,-0.01,0.81");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 INTERNAL #L1",
            "3 INTERNAL #L2",
            "4 INTERNAL #L3",
            "5 INTERNAL #L4",
            "5 FEE fee 0.003 TAO #L4",
            "6 WITHDRAWAL -0.9 TAO #L5",
            "7 DEPOSIT +0.21 TAO #L6");
    assertThat(read.entries().get(5).label()).isEqualTo("deposit reversed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "transfer,spottostaking",
        "transfer,stakingfromspot",
        "transfer,stakingtospot",
        "transfer,spotfromstaking",
        "transfer,spottofutures",
        "transfer,spotfromfutures",
        "earn,migration",
        "earn,allocation",
        "earn,autoallocation",
        "earn,deallocation",
        "hybridearnwithdrawal,"
      })
  void what_moves_inside_kraken_changes_nothing(String types) {
    Statement read =
        ledger(WALLETS, "L1,R1,2026-01-01 10:00:00," + types + ",currency,TAO,spot,-1,0,1");
    assertThat(Exports.entries(read)).containsExactly("2 INTERNAL");
    assertThat(Exports.balances(read)).containsExactly("2 TAO 1 in spot");
  }

  @ParameterizedTest
  @CsvSource({
    "staking,,staking",
    "earn,reward,staking",
    "earn,airdrop,airdrop",
    "transfer,airdrop,airdrop",
    "transfer,,airdrop",
    "invite bonus,,referral",
    "dividend,,other",
    "adjustment,,other"
  })
  void income_has_its_kind(String type, String subtype, String kind) {
    String more = subtype == null ? "" : subtype;
    Statement read =
        ledger(
            WALLETS,
            "L1,R1,2026-01-01 10:00:00," + type + "," + more + ",currency,TAO,spot,1,0.2,1");
    assertThat(Exports.entries(read)).containsExactly("2 INCOME(" + kind + ") +0.8 TAO #L1");
  }

  @Test
  void borrowed_money_costs_fees_and_settles_like_a_trade() {
    Statement read =
        ledger(
            WALLETS,
            "L1,R1,2026-01-01 10:00:00,rollover,,currency,ZUSD,spot,0,0.5,1",
            "L2,R2,2026-01-02 10:00:00,margin,,currency,ZUSD,spot,12,0.5,1",
            "L3,R3,2026-01-03 10:00:00,settled,,currency,ZUSD,spot,-100,0,1",
            "L4,R3,2026-01-03 10:00:00,settled,,currency,TAO,spot,0.4,0,1");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 FEE fee 0.5 USD #L1",
            "3 INCOME(other) +12 USD =12 #L2",
            "3 FEE fee 0.5 USD #L2",
            "4 TRADE +0.4 TAO -100 USD =100 #R3");
  }

  @Test
  void a_delisting_is_a_forced_trade_unless_the_coin_only_changed_its_name() {
    Statement read =
        ledger(
            DOLLARS,
            "L1,R1,2026-01-01 10:00:00,transfer,delistingconversion,currency,AKT,spot,-10,0,0,-15,0",
            "L2,R1,2026-01-01 10:00:00,transfer,delistingconversion,currency,USDC,spot,15,0,15,15,0",
            "L3,R2,2026-01-02 10:00:00,transfer,delistingconversion,currency,MATIC,spot,-9,0,0,-4,0",
            "L4,R3,2026-01-04 10:00:00,transfer,delistingconversion,currency,POL,spot,9,0,9,4,0",
            "L5,R4,2026-01-05 10:00:00,earn,delistingconversion,currency,GRT,spot,-7,0,0,-2,0");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 TRADE +15 USDC -10 AKT =15 #R1",
            "4 INTERNAL #L3",
            "5 INTERNAL #L4",
            "6 TRADE +2 USD -7 GRT =2 #L5");
  }

  @Test
  void without_subtypes_only_what_is_certain_is_told() {
    Statement read =
        ledger(
            "txid,refid,time,type,asset,amount,fee,balance",
            "L1,R1,2026-01-01 10:00:00,earn,TAO,0.01,0.002,1",
            "L2,R2,2026-01-02 10:00:00,earn,TAO,-1,0,1",
            "L3,R2,2026-01-02 10:00:00,earn,TAO,1,0,1",
            "L4,R3,2026-01-03 10:00:00,earn,TAO,1,0,1",
            "L5,R4,2026-01-04 10:00:00,transfer,TAO,1,0,1");
    assertThat(Exports.entries(read))
        .containsExactly("2 INCOME(staking) +0.008 TAO #L1", "3 INTERNAL #L2", "4 INTERNAL #L3");
    assertThat(Exports.faults(read))
        .containsExactly(
            "5: without `subtype` nobody can tell whether `earn` is a reward",
            "6: without `subtype` nobody can tell whether `transfer` is a reward");
  }

  @ParameterizedTest
  @CsvSource({
    "nfttrade,,type `nfttrade` is not known",
    "earn,lottery,subtype `earn/lottery` is not known",
    "transfer,vaultmove,subtype `transfer/vaultmove` is not known"
  })
  void a_type_that_nobody_knows_is_named(String type, String subtype, String message) {
    String more = subtype == null ? "" : subtype;
    Statement read =
        ledger(
            WALLETS, "L1,R1,2026-01-01 10:00:00," + type + "," + more + ",currency,TAO,spot,1,0,1");
    assertThat(Exports.faults(read)).containsExactly("2: " + message);
    assertThat(read.entries()).isEmpty();
    assertThat(read.balances()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "XXBT,BTC",
    "XBT,BTC",
    "XBT.M,BTC",
    "XETH,ETH",
    "ETH2,ETH",
    "ETH2.S,ETH",
    "XXDG,DOGE",
    "XDG,DOGE",
    "XZEC,ZEC",
    "ZEC,ZEC",
    "XTZ,XTZ",
    "ZRX,ZRX",
    "XCN,XCN",
    "ZUSD,USD",
    "ZAUD,AUD",
    "DOT28.S,DOT",
    "SOL03.S,SOL",
    "ADA.S,ADA",
    "USD.HOLD,USD",
    "TAO.F,TAO",
    "KSM07.S,KSM",
    "LUNA2,LUNA2",
    "AI16Z,AI16Z"
  })
  void codes_are_those_that_others_know(String code, String common) {
    assertThat(KrakenCodes.common(code)).isEqualTo(common);
  }

  @ParameterizedTest
  @CsvSource({
    "XXBTZUSD,XXBT,ZUSD",
    "TAO/USD,TAO,USD",
    "XETHXXBT,XETH,XXBT",
    "AI16ZUSD,AI16Z,USD",
    "AIOZUSD,AIOZ,USD",
    "XTZUSD,XTZ,USD",
    "XTZXBT,XTZ,XBT",
    "ETHPYUSD,ETH,PYUSD",
    "XBTPYUSD,XBT,PYUSD",
    "XRPRLUSD,XRP,RLUSD",
    "ICXETH,ICX,ETH",
    "TRXXBT,TRX,XBT",
    "USDTZUSD,USDT,ZUSD",
    "ZEURZUSD,ZEUR,ZUSD",
    "CHZEUR,CHZ,EUR",
    "TAOUSDT,TAO,USDT"
  })
  void a_pair_without_a_slash_is_split_from_the_right(String pair, String base, String quote) {
    assertThat(KrakenCodes.pair(pair)).isEqualTo(new KrakenCodes.Pair(base, quote));
  }

  @Test
  void trades_have_their_reference_in_the_ledger_as_their_id() {
    Statement read = Exports.sample("kraken/kraken_trades.csv");
    assertThat(read.source()).isEqualTo("kraken");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 TRADE +0.00185 BTC -100 USD fee 0.18 USD =100 #TT1",
            "3 TRADE +500 USD -2 TAO fee 1.3 USD =500 #TT2",
            "4 TRADE +100 AI16Z -50 USD fee 0.13 USD =50 #TT3");
    assertThat(read.entries().get(0).at()).isEqualTo(Instant.parse("2024-03-19T19:43:31.6798Z"));
  }

  @Test
  void trades_that_cannot_be_read_are_named() {
    Statement read =
        Exports.text(
            "txid,ordertxid,pair,time,type,ordertype,price,cost,fee,vol,margin,misc,ledgers",
            "T1,O1,TAOXYZ,2026-01-01 00:00:00,buy,limit,1,1,0,1,0,,L1",
            "T2,O2,TAO/USD,2026-01-01 00:00:00,lend,limit,1,1,0,1,0,,L2",
            "T3,O3,TAO/USD,2026-01-01 00:00:00,buy,limit,1,1,0,1,20,,L3");
    assertThat(Exports.faults(read))
        .containsExactly(
            "2: pair `TAOXYZ` is not known",
            "3: type `lend` is not known",
            "4: a trade with borrowed money moves no coins");
  }
}
