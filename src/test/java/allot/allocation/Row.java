package allot.allocation;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.catalog.Bucket;
import allot.portfolio.Classification;
import allot.portfolio.Holding;
import allot.portfolio.Role;
import allot.portfolio.WrittenPrice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A holding in the making: tradable, in no account, priced by the file at {@link #AT}. */
record Row(
    Asset asset,
    BigDecimal quantity,
    Optional<BigDecimal> price,
    Optional<Instant> asOf,
    String account,
    Role role,
    Optional<Classification> said,
    Optional<BigDecimal> cost) {
  static final Instant AT = Instant.parse("2026-11-20T16:00:00Z");

  /** Of an asset of the catalogue, or of one that nothing classifies. */
  static Row of(String id, String quantity, String price) {
    return of(AssetCatalog.builtIn().byId(id).orElseGet(() -> Asset.unknown(id)), quantity, price);
  }

  static Row of(Asset asset, String quantity, String price) {
    return new Row(
        asset,
        new BigDecimal(quantity),
        Optional.of(new BigDecimal(price)),
        Optional.of(AT),
        "",
        Role.TRADABLE,
        Optional.empty(),
        Optional.empty());
  }

  Row priced(Optional<BigDecimal> other) {
    return new Row(asset, quantity, other, asOf, account, role, said, cost);
  }

  Row unpriced() {
    return priced(Optional.empty());
  }

  Row undated() {
    return new Row(asset, quantity, price, Optional.empty(), account, role, said, cost);
  }

  Row aged(Duration age) {
    return new Row(asset, quantity, price, Optional.of(AT.minus(age)), account, role, said, cost);
  }

  Row in(String otherAccount) {
    return new Row(asset, quantity, price, asOf, otherAccount, role, said, cost);
  }

  Row as(Role other) {
    return new Row(asset, quantity, price, asOf, account, other, said, cost);
  }

  Row bucket(String name) {
    Classification own =
        new Classification(new Bucket(name), Classification.By.HOLDING, "own view");
    return new Row(asset, quantity, price, asOf, account, role, Optional.of(own), cost);
  }

  Row cost(String amount) {
    Optional<BigDecimal> paid = Optional.of(new BigDecimal(amount));
    return new Row(asset, quantity, price, asOf, account, role, said, paid);
  }

  Holding build() {
    Classification.By by = asset.isKnown() ? Classification.By.CATALOGUE : Classification.By.NOBODY;
    return new Holding(
        asset,
        quantity,
        price.map(value -> new WrittenPrice(value, asOf)),
        account,
        role,
        said.orElseGet(() -> new Classification(asset.bucket(), by, "")),
        List.of(),
        cost,
        "");
  }
}
