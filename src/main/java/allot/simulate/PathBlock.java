package allot.simulate;

import allot.rebalance.Destination;
import allot.simulate.SimulatedMix.Part;
import allot.simulate.SimulatedMix.Pile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runs blocks of paths, each from its own generator; may be shared by threads. */
final class PathBlock {
  /** Paths in a block: as many as the nearest cache holds with ten assets. */
  static final int PATHS = 256;

  private final SimulatedMix mix;
  private final ReturnModel model;
  private final SimulationSettings settings;
  private final BandLimits watched;
  private final List<BandLimits> limits;

  PathBlock(SimulatedMix mix, ReturnModel model, SimulationSettings settings) {
    this.mix = mix;
    this.model = model;
    this.settings = settings;
    this.watched = BandLimits.of(mix, settings.watched(), Destination.TARGET);
    this.limits =
        settings.policies().stream()
            .map(policy -> BandLimits.of(mix, policy.bands(), policy.to()))
            .toList();
  }

  /** Whether the mix is out of the watched band before anything has happened. */
  boolean isOutNow() {
    return watching(one()).isOut(0);
  }

  /** Whether it still is when it has been brought as near to its target as trades can. */
  boolean isOutAtBest() {
    Book book = watching(one());
    book.beginAtTarget(freeTrade());
    return book.isOut(0);
  }

  private Market one() {
    return new Market(mix, model, Generator.of(settings.seed(), 0), 1);
  }

  private Book watching(Market market) {
    return new Book(market, mix.piles(), watched, Optional.empty());
  }

  private BandTrade freeTrade() {
    double[] free = new double[watched.buckets()];
    return new BandTrade(watched, free, free);
  }

  int blocks() {
    return (settings.paths() + PATHS - 1) / PATHS;
  }

  /** How many paths the blocks before this one have. */
  int pathsBefore(int block) {
    return Math.min(settings.paths(), block * PATHS);
  }

  BlockResult run(int block) {
    int paths = pathsBefore(block + 1) - pathsBefore(block);
    Market market = new Market(mix, model, Generator.of(settings.seed(), block), paths);
    Book hold = watching(market);
    Book fresh = watching(market);
    fresh.beginAtTarget(freeTrade());
    List<Book> books = new ArrayList<>();
    for (BandLimits limit : limits) {
      books.add(new Book(market, mix.piles(), limit, Optional.of(trade(limit))));
    }
    List<Book> all = new ArrayList<>(books);
    all.add(0, hold);
    double[][] chart = new double[settings.chartDays().size()][];
    Book charted = books.isEmpty() ? hold : books.get(0);
    double[][] finals = new double[0][];
    double[][] fees = new double[0][];
    for (Book book : all) {
      book.close(0);
    }
    chart(0, charted, chart);
    for (int day = 1; day <= settings.lastDay(); day++) {
      market.nextDay();
      fresh.watchOn(day);
      for (Book book : all) {
        book.close(day);
      }
      chart(day, charted, chart);
      if (day == settings.days()) {
        finals = each(all, book -> book.total);
        fees = each(all, book -> book.fees);
      }
    }
    return new BlockResult(hold, fresh.firstOut, books, finals, fees, chart);
  }

  private void chart(int day, Book book, double[][] chart) {
    int place = settings.chartDays().indexOf(day);
    if (place >= 0) {
      chart[place] = book.total.clone();
    }
  }

  private static double[][] each(List<Book> books, Function<Book, double[]> of) {
    return books.stream().map(book -> of.apply(book).clone()).toArray(double[][]::new);
  }

  private BandTrade trade(BandLimits limit) {
    double[] rate = new double[limit.buckets()];
    double[] fixed = new double[limit.buckets()];
    for (int i = 0; i < rate.length; i++) {
      Pile pile = mix.piles().get(i);
      rate[i] = settings.fee() * pile.chargeable();
      for (Part part : pile.parts()) {
        fixed[i] += part.asset() < 0 ? 0 : settings.fixed();
      }
    }
    return new BandTrade(limit, rate, fixed);
  }
}
