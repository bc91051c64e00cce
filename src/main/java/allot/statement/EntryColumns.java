package allot.statement;

import allot.statement.Entry.Kind;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeSet;

/**
 * Entries of one statement by columns, a quarter of the room that they take as objects, so that a
 * million of them fit. Each is made anew when it is asked for, but movements between accounts,
 * which are told apart by identity, stay what they are.
 */
final class EntryColumns extends AbstractList<Entry> implements RandomAccess {
  private final Map<Shape, Shape> shapes = new HashMap<>();
  private final List<Shape> shape = new ArrayList<>();
  private final PlaceColumn places = new PlaceColumn();
  private final DecimalColumn in = new DecimalColumn();
  private final DecimalColumn out = new DecimalColumn();
  private final DecimalColumn fee = new DecimalColumn();
  private final DecimalColumn value = new DecimalColumn();
  private final DecimalColumn feeValue = new DecimalColumn();
  private final TextColumn ids = new TextColumn();
  private final Map<Integer, String> hashes = new HashMap<>();
  private final Map<Integer, Entry> movements = new HashMap<>();

  /** What entries have in common: few of a statement differ in it. */
  private record Shape(
      Kind kind,
      String account,
      Optional<Coin> in,
      Optional<Coin> out,
      Optional<Coin> fee,
      String toAccount,
      String label,
      String file) {

    static Shape of(Entry entry) {
      return new Shape(
          entry.kind(),
          entry.account(),
          entry.in().map(Leg::coin),
          entry.out().map(Leg::coin),
          entry.fee().map(Leg::coin),
          entry.toAccount(),
          entry.label(),
          entry.origin().file());
    }

    /** Written out, for it is asked for every row. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Shape it
          && kind == it.kind
          && account.equals(it.account)
          && in.equals(it.in)
          && out.equals(it.out)
          && fee.equals(it.fee)
          && label.equals(it.label)
          && toAccount.equals(it.toAccount)
          && file.equals(it.file);
    }

    /** Of the words alone: an asset has much to say, and all of it would be hashed. */
    @Override
    public int hashCode() {
      int hash = kind.name().hashCode();
      hash = 31 * hash + account.hashCode();
      hash = 31 * hash + code(in);
      hash = 31 * hash + code(out);
      hash = 31 * hash + code(fee);
      return 31 * hash + label.hashCode();
    }

    private static int code(Optional<Coin> coin) {
      return coin.isPresent() ? coin.get().code().hashCode() : 0;
    }
  }

  @Override
  public boolean add(Entry entry) {
    int row = size();
    shape.add(shapes.computeIfAbsent(Shape.of(entry), key -> key));
    places.add(entry.at(), entry.origin().line());
    in.add(entry.in().map(Leg::quantity));
    out.add(entry.out().map(Leg::quantity));
    fee.add(entry.fee().map(Leg::quantity));
    value.add(entry.value());
    feeValue.add(entry.feeValue());
    ids.add(entry.id());
    if (!entry.hash().isEmpty()) {
      hashes.put(row, entry.hash());
    }
    if (moves(shape.get(row))) {
      movements.put(row, entry);
    }
    return true;
  }

  @Override
  public Entry get(int row) {
    Shape its = shape.get(row);
    return movement(row).orElseGet(() -> made(row, its));
  }

  private Entry made(int row, Shape its) {
    return new Entry(
        its.kind(),
        places.at(row),
        its.account(),
        leg(its.in(), in.get(row)),
        leg(its.out(), out.get(row)),
        leg(its.fee(), fee.get(row)),
        value.get(row),
        feeValue.get(row),
        its.toAccount(),
        its.label(),
        hashes.getOrDefault(row, ""),
        ids.get(row),
        new Entry.Origin(its.file(), places.line(row)));
  }

  private static Optional<Leg> leg(Optional<Coin> coin, Optional<BigDecimal> quantity) {
    return coin.isEmpty()
        ? Optional.empty()
        : Optional.of(new Leg(coin.get(), quantity.orElseThrow()));
  }

  @Override
  public int size() {
    return places.size();
  }

  PlaceColumn places() {
    return places;
  }

  /** The entry, if it is a deposit or a withdrawal. */
  Optional<Entry> movement(int row) {
    return moves(shape.get(row)) ? Optional.ofNullable(movements.get(row)) : Optional.empty();
  }

  /** All accounts, as written. */
  Set<String> accounts() {
    Set<String> accounts = new TreeSet<>();
    for (Shape its : shapes.keySet()) {
      accounts.add(its.account());
      accounts.add(its.toAccount().isEmpty() ? its.account() : its.toAccount());
    }
    return accounts;
  }

  private static boolean moves(Shape its) {
    return its.kind() == Kind.DEPOSIT || its.kind() == Kind.WITHDRAWAL;
  }
}
