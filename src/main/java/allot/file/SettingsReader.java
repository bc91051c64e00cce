package allot.file;

import allot.catalog.Asset;
import allot.catalog.Bucket;
import allot.file.Node.Range;
import allot.portfolio.Band;
import allot.portfolio.Bands;
import allot.portfolio.Costs;
import allot.portfolio.TargetMix;
import allot.portfolio.TaxProfile;
import allot.portfolio.TaxProfile.Method;
import allot.portfolio.TaxProfile.WashSale;
import allot.portfolio.TaxProfile.YearToDate;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what a file says beside its holdings: target, within, band, costs and tax. */
final class SettingsReader {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal LOSS_LIMIT = BigDecimal.valueOf(3000);
  private static final List<String> COST_KEYS = List.of("fee", "fixed", "minOrder", "step");
  private static final List<String> TAX_KEYS =
      List.of("method", "shortTerm", "longTerm", "ordinary", "lossLimit", "yearToDate", "washSale");
  private static final List<String> YEAR_KEYS = List.of("year", "shortTerm", "longTerm");

  private final Reading reading;

  SettingsReader(Reading reading) {
    this.reading = reading;
  }

  Optional<TargetMix> target(Node node) {
    Optional<Map<Bucket, BigDecimal>> percents = percentsByBucket(node);
    if (percents.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new TargetMix(percents.get()));
    } catch (IllegalArgumentException e) {
      node.refuse(String.valueOf(e.getMessage()), "make the percentages add up to 100");
      return Optional.empty();
    }
  }

  private Optional<Map<Bucket, BigDecimal>> percentsByBucket(Node node) {
    Optional<Members> members = node.members();
    if (members.isEmpty()) {
      return Optional.empty();
    }
    boolean whole = true;
    Map<Bucket, BigDecimal> percents = new LinkedHashMap<>();
    for (Members.Entry entry : members.get().takeRest()) {
      Optional<Bucket> bucket = bucketOfKey(members.get(), entry);
      Optional<BigDecimal> percent = entry.value().number(Range.PERCENT);
      if (bucket.isEmpty() || percent.isEmpty()) {
        whole = false;
      } else if (percents.put(bucket.get(), percent.get()) != null) {
        refuseSecond(members.get(), entry, "the bucket " + bucket.get());
        whole = false;
      }
    }
    return whole ? Optional.of(percents) : Optional.empty();
  }

  private static void refuseSecond(Members members, Members.Entry entry, String what) {
    members.refuseKey(entry, "names " + what + " twice", "keep one of the two");
  }

  private static Optional<Bucket> bucketOfKey(Members members, Members.Entry entry) {
    Optional<Bucket> bucket = Bucket.parse(entry.key());
    if (bucket.isEmpty()) {
      members.refuseKey(
          entry, "is no name of a bucket", "write it in kebab case, as `layer-1` or `layer-3`");
    }
    return bucket;
  }

  /** Percent by asset id inside each bucket; the assets must belong to it. */
  Map<Bucket, Map<String, BigDecimal>> within(Node node, BucketOf bucketOf) {
    Map<Bucket, Map<String, BigDecimal>> within = new LinkedHashMap<>();
    Optional<Members> members = node.members();
    if (members.isEmpty()) {
      return within;
    }
    for (Members.Entry entry : members.get().takeRest()) {
      Optional<Bucket> bucket = bucketOfKey(members.get(), entry);
      if (bucket.isPresent()) {
        Map<String, BigDecimal> inside = insideBucket(entry.value(), bucket.get(), bucketOf);
        if (within.put(bucket.get(), inside) != null) {
          refuseSecond(members.get(), entry, "the bucket " + bucket.get());
        }
      }
    }
    return within;
  }

  /** Whether an asset is in a bucket for this file. */
  interface BucketOf {
    boolean contains(Bucket bucket, Asset asset);
  }

  private Map<String, BigDecimal> insideBucket(Node node, Bucket bucket, BucketOf bucketOf) {
    Map<String, BigDecimal> percents = new LinkedHashMap<>();
    Optional<Members> members = node.members();
    if (members.isEmpty()) {
      return percents;
    }
    boolean whole = true;
    BigDecimal sum = BigDecimal.ZERO;
    for (Members.Entry entry : members.get().takeRest()) {
      Optional<Asset> asset = reading.assetOfKey(members.get(), entry);
      Optional<BigDecimal> percent = entry.value().number(Range.PERCENT);
      whole &= asset.isPresent() && percent.isPresent();
      if (asset.isPresent() && !bucketOf.contains(bucket, asset.get())) {
        members
            .get()
            .refuseKey(
                entry,
                "is " + asset.get().bucket() + ", not " + bucket,
                "give its holding `bucket`: \"" + bucket + "\", or name it elsewhere");
      }
      if (asset.isPresent() && percents.put(asset.get().id(), percent.orElse(HUNDRED)) != null) {
        refuseSecond(members.get(), entry, asset.get().id());
      }
      sum = sum.add(percent.orElse(BigDecimal.ZERO));
    }
    if (whole && sum.compareTo(HUNDRED) != 0) {
      node.refuse(
          "adds up to " + sum.toPlainString() + ", not to exactly 100",
          "make the percentages add up to 100");
    }
    return percents;
  }

  Optional<Bands> bands(Node node) {
    if (!(node.json() instanceof JsonValue.Obj)) {
      return band(node).map(band -> new Bands(band, Map.of()));
    }
    Members members = node.members().orElseThrow();
    Optional<Band> byDefault = members.take("default").flatMap(SettingsReader::band);
    Map<Bucket, Band> byBucket = new LinkedHashMap<>();
    for (Members.Entry entry : members.takeRest()) {
      Optional<Bucket> bucket = bucketOfKey(members, entry);
      Optional<Band> band = band(entry.value());
      if (bucket.isPresent()
          && band.isPresent()
          && byBucket.put(bucket.get(), band.get()) != null) {
        refuseSecond(members, entry, "the bucket " + bucket.get());
      }
    }
    return Optional.of(new Bands(byDefault.orElse(Band.FIVE_25), byBucket));
  }

  private static Optional<Band> band(Node node) {
    if (node.isNumber() || node.json() instanceof JsonValue.Nul) {
      return node.number(Range.PERCENT).map(points -> new Band(points, Optional.empty()));
    }
    try {
      String pair = node.json() instanceof JsonValue.Str string ? string.value() : "";
      return Optional.of(Band.parse(pair));
    } catch (IllegalArgumentException e) {
      node.reveal("is no band", "write \"5/25\", or a number of points");
      return Optional.empty();
    }
  }

  Costs costs(Members members) {
    Optional<BigDecimal> fee = members.take("fee").flatMap(n -> n.number(Range.FEE));
    Optional<BigDecimal> fixed = members.take("fixed").flatMap(n -> n.number(Range.NOT_NEGATIVE));
    Optional<BigDecimal> least =
        members.take("minOrder").flatMap(n -> n.number(Range.NOT_NEGATIVE));
    Map<String, BigDecimal> steps = new HashMap<>();
    Optional<Members> stepMembers = members.take("step").flatMap(Node::members);
    if (stepMembers.isPresent()) {
      for (Members.Entry entry : stepMembers.get().takeRest()) {
        Optional<Asset> asset = reading.assetOfKey(stepMembers.get(), entry);
        Optional<BigDecimal> step = entry.value().number(Range.POSITIVE);
        if (asset.isPresent()
            && step.isPresent()
            && steps.put(asset.get().id(), step.get()) != null) {
          refuseSecond(stepMembers.get(), entry, asset.get().id());
        }
      }
    }
    reading.finish(members, COST_KEYS, Map.of());
    return new Costs(
        fee.orElse(BigDecimal.ZERO),
        fixed.orElse(BigDecimal.ZERO),
        least.orElse(BigDecimal.ZERO),
        steps);
  }

  TaxProfile tax(Members members) {
    Optional<Method> method =
        members
            .take("method")
            .flatMap(n -> n.oneOf(List.of("fifo", "lifo", "hifo", "min-tax")))
            .map(text -> Method.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')));
    Optional<BigDecimal> shortTerm = rate(members, "shortTerm");
    Optional<BigDecimal> longTerm = rate(members, "longTerm");
    Optional<BigDecimal> ordinary = rate(members, "ordinary");
    Optional<BigDecimal> lossLimit =
        members.take("lossLimit").flatMap(n -> n.number(Range.NOT_NEGATIVE));
    Optional<YearToDate> yearToDate =
        members.take("yearToDate").flatMap(Node::members).flatMap(this::yearToDate);
    Optional<WashSale> washSale =
        members
            .take("washSale")
            .flatMap(n -> n.oneOf(List.of("off", "warn", "disallow")))
            .map(text -> WashSale.valueOf(text.toUpperCase(Locale.ROOT)));
    reading.finish(members, TAX_KEYS, Map.of());
    return new TaxProfile(
        method.orElse(Method.FIFO),
        shortTerm,
        longTerm,
        ordinary.or(() -> shortTerm),
        lossLimit.orElse(LOSS_LIMIT),
        yearToDate,
        washSale.orElse(WashSale.WARN));
  }

  private static Optional<BigDecimal> rate(Members members, String key) {
    return members.take(key).flatMap(n -> n.number(Range.PERCENT));
  }

  private Optional<YearToDate> yearToDate(Members members) {
    Optional<Integer> year = members.need("year").flatMap(n -> n.whole(2009, 9999));
    Optional<BigDecimal> shortTerm = members.take("shortTerm").flatMap(n -> n.number(Range.ANY));
    Optional<BigDecimal> longTerm = members.take("longTerm").flatMap(n -> n.number(Range.ANY));
    reading.finish(members, YEAR_KEYS, Map.of());
    return year.map(
        y ->
            new YearToDate(y, shortTerm.orElse(BigDecimal.ZERO), longTerm.orElse(BigDecimal.ZERO)));
  }
}
