package allot.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.money.CurrencyUnit;
import allot.price.PriceHistory;
import allot.problem.Kind;
import allot.problem.ProblemException;
import java.util.List;

/** Reads histories in tests, and shows how they are refused. */
final class HistoryFixture {
  static final AssetCatalog CATALOG =
      AssetCatalog.builtIn().with(List.of(Asset.unknown("My-Token")));

  private HistoryFixture() {}

  static HistoryFile file(String name, String... lines) {
    return HistoryFile.of(InputFile.of(name, String.join("\n", lines).getBytes(UTF_8)));
  }

  static HistoryFile file(String name, String asset, List<String> lines) {
    return HistoryFile.of(InputFile.of(name, String.join("\n", lines).getBytes(UTF_8)), asset);
  }

  static PriceHistory read(HistoryFile... files) {
    return HistoryFile.read(List.of(files), CATALOG, CurrencyUnit.USD);
  }

  static String tao(HistoryFile... files) {
    return read(files).closes("bittensor").toString();
  }

  static ProblemException refusal(HistoryFile... files) {
    ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> read(files));
    assertThat(refusal).isNotNull();
    assertThat(refusal.kind()).isEqualTo(Kind.DATA);
    return refusal;
  }

  static String refused(HistoryFile... files) {
    return refusal(files).getMessage();
  }
}
