package allot.file;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.money.CurrencyUnit;
import allot.money.ExactDecimal;
import allot.portfolio.HeldLots;
import allot.portfolio.Lot;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A portfolio file that is new: holdings with their lots, in the order given, one holding and one
 * lot to a line. Numbers are texts, in full; what is unknown of a lot is left out.
 *
 * @param zone where the lots' dates are local; empty for UTC unsaid
 */
public record PortfolioDraft(CurrencyUnit currency, Optional<ZoneId> zone, List<HeldLots> held) {
  private static final int CHARACTERS_A_LOT = 80;

  public PortfolioDraft {
    held = List.copyOf(held);
  }

  /**
   * The file.
   *
   * @param file its name, for messages
   * @param catalog that it will be read with
   * @throws ProblemException of kind DATA if something in it could not be read again
   */
  public byte[] bytes(String file, AssetCatalog catalog) {
    StringBuilder out = new StringBuilder(256 + CHARACTERS_A_LOT * 2 * held.size());
    out.append("{\n  \"version\": 1,\n  \"currency\": ").append(quoted(currency.code()));
    zone.ifPresent(z -> out.append(",\n  \"timezone\": ").append(quoted(name(z))));
    out.append(",\n  \"holdings\": [");
    Writer writer = new Writer(out, file, known(catalog));
    if (held.size() > HoldingShapes.MOST_HOLDINGS) {
      throw writer.refused(held.size() + " holdings are too many to be read again");
    }
    String separator = "\n    ";
    for (HeldLots holding : held) {
      out.append(separator);
      writer.write(holding);
      separator = ",\n    ";
    }
    out.append(held.isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
    byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > InputFile.MAX_BYTES) {
      throw writer.refused("would be larger than 16 MiB");
    }
    return bytes;
  }

  /** What the reader of this very file will know. */
  private AssetCatalog known(AssetCatalog catalog) {
    return new Reading(true, currency, zone.orElse(ZoneOffset.UTC), Optional.empty(), catalog)
        .catalog();
  }

  private static String name(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  private static String quoted(String text) {
    return JsonLayout.quoted(text);
  }

  /** Writes holdings behind one another. */
  private record Writer(StringBuilder out, String file, AssetCatalog catalog) {

    void write(HeldLots holding) {
      Asset asset = AssetNames.resolved(file, catalog, holding.asset());
      out.append("{ \"asset\": ").append(text(AssetNames.of(catalog, asset)));
      out.append(", \"quantity\": ");
      number(holding, holding.quantity());
      if (!holding.account().isEmpty()) {
        out.append(", \"account\": ").append(text(holding.account()));
      }
      out.append(",\n      \"lots\": [");
      String separator = "\n        ";
      for (Lot lot : holding.lots()) {
        out.append(separator);
        write(holding, lot);
        separator = ",\n        ";
      }
      out.append("\n      ] }");
    }

    private void write(HeldLots holding, Lot lot) {
      out.append("{ ");
      lot.acquired().ifPresent(day -> out.append("\"acquired\": \"").append(day).append("\", "));
      out.append("\"quantity\": ");
      number(holding, lot.quantity());
      if (lot.cost().isPresent()) {
        out.append(", \"cost\": ");
        number(holding, lot.cost().get());
      }
      out.append(" }");
    }

    private void number(HeldLots holding, BigDecimal value) {
      String plain = ExactDecimal.plain(value);
      try {
        ExactDecimal.parse(plain);
      } catch (ExactDecimal.NotExact e) {
        throw refused(holding.asset().symbol() + ": a number " + e.reason());
      }
      out.append('"').append(plain).append('"');
    }

    private String text(String text) {
      if (text.length() > JsonReader.MAX_STRING) {
        throw refused("a name has more than " + JsonReader.MAX_STRING + " characters");
      }
      for (int i = 0; i < text.length(); i++) {
        if (JsonText.isControl(text.charAt(i))) {
          throw new ProblemException(
              Problem.ofFile(
                  Kind.DATA,
                  file,
                  text + " holds the control character " + JsonText.codePoint(text.charAt(i)),
                  "remove it"));
        }
      }
      return quoted(text);
    }

    ProblemException refused(String message) {
      return new ProblemException(Problem.ofFile(Kind.DATA, file, message, ""));
    }
  }
}
