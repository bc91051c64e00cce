package allot.rebalance;

import allot.portfolio.Lot;
import allot.rebalance.LeastTaxRegion.Reach;
import allot.rebalance.LotChoice.Sale;
import allot.tax.TaxYear;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The linear program of the lots of least tax. Each lot has a column: its share of its sale, in
 * units that keep both the share and the gain at about 1 or less. Gains are divided by the largest
 * that a single lot can bring.
 */
final class LotProgram {
  private final List<Sale> sales;
  private final double unit;
  private final double[] share;
  private final double[] shortGain;
  private final double[] longGain;
  private final double[] upper;
  private final SimplexRun simplex;

  LotProgram(List<Sale> sales, LocalDate today, int decimals) {
    this.sales = List.copyOf(sales);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < sales.size(); i++) {
      for (Lot lot : sales.get(i).lots()) {
        columns.add(Column.of(sales.get(i), lot, today, decimals));
      }
    }
    double largest = columns.stream().mapToDouble(Column::most).max().orElse(0);
    this.unit = largest == 0 ? 1 : largest;
    this.share = new double[columns.size()];
    this.shortGain = new double[columns.size()];
    this.longGain = new double[columns.size()];
    this.upper = new double[columns.size()];
    for (int j = 0; j < share.length; j++) {
      Column column = columns.get(j);
      double size = Math.max(1, Math.abs(column.gain()) / unit);
      share[j] = 1 / size;
      upper[j] = column.share() * size;
      (column.isLong() ? longGain : shortGain)[j] = column.gain() / unit / size;
    }
    this.simplex = new SimplexRun(upper);
  }

  /**
   * A lot as its sale sees it.
   *
   * @param share the most of the sale that the lot can be, as a fraction
   * @param gain if the lot were the whole sale
   */
  private record Column(double share, double gain, boolean isLong) {
    static Column of(Sale sale, Lot lot, LocalDate today, int decimals) {
      double part = lot.quantity().doubleValue() / sale.quantity().doubleValue();
      double proceeds = BigDecimal.valueOf(sale.cents(), decimals).doubleValue();
      double gain = proceeds - lot.cost().orElseThrow().doubleValue() / part;
      return new Column(Math.min(1, part), gain, LotChoice.isLong(lot, today));
    }

    double most() {
      return Math.abs(gain) * share;
    }
  }

  /** The best of each region that has one: what share of its sale each lot of each sale is. */
  List<List<double[]>> best(TaxYear year) {
    BitSet all = new BitSet();
    all.set(0, share.length);
    List<List<double[]>> best = new ArrayList<>();
    for (LeastTaxRegion region : LeastTaxRegion.of(year, unit)) {
      rows(region)
          .flatMap(rows -> simplex.least(cost(region), rows, all))
          .ifPresent(x -> best.add(shares(x)));
    }
    return best;
  }

  private double[] cost(LeastTaxRegion region) {
    double[] cost = new double[share.length];
    Arrays.setAll(cost, j -> region.shortRate() * shortGain[j] + region.longRate() * longGain[j]);
    return cost;
  }

  private Optional<List<SimplexRow>> rows(LeastTaxRegion region) {
    Reach reach = Reach.of(shortGain, longGain, upper);
    return region
        .rows(shortGain, longGain, reach)
        .map(
            sides -> {
              List<SimplexRow> rows = new ArrayList<>(sides);
              int first = 0;
              for (Sale sale : sales) {
                int next = first + sale.lots().size();
                double[] row = new double[share.length];
                System.arraycopy(share, first, row, first, next - first);
                rows.add(SimplexRow.equal(row, 1));
                first = next;
              }
              return rows;
            });
  }

  private List<double[]> shares(double[] x) {
    List<double[]> shares = new ArrayList<>();
    int first = 0;
    for (Sale sale : sales) {
      double[] ofSale = new double[sale.lots().size()];
      for (int j = 0; j < ofSale.length; j++) {
        ofSale[j] = x[first + j] * share[first + j];
      }
      shares.add(ofSale);
      first += ofSale.length;
    }
    return shares;
  }
}
