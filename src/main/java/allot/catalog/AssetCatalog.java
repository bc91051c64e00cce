package allot.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All known assets, found by id, then symbol, then alias, without regard to case. */
public final class AssetCatalog {
  private static final String RESOURCE = "/allot/catalog.tsv";

  private final Map<String, Asset> byId = new LinkedHashMap<>();
  private final Map<String, List<Asset>> bySymbol = new HashMap<>();
  private final Map<String, List<Asset>> byAlias = new HashMap<>();

  private AssetCatalog(Collection<Asset> assets) {
    for (Asset asset : assets) {
      byId.put(folded(asset.id()), asset);
    }
    for (Asset asset : byId.values()) {
      bySymbol.computeIfAbsent(folded(asset.symbol()), key -> new ArrayList<>(1)).add(asset);
      for (String alias : asset.aliases()) {
        byAlias.computeIfAbsent(folded(alias), key -> new ArrayList<>(1)).add(asset);
      }
    }
  }

  /**
   * The built-in catalogue, in its own order: the articles' projects and chains, then by symbol.
   */
  public static AssetCatalog builtIn() {
    return BuiltIn.CATALOG;
  }

  /** Read once, when first asked for. */
  private static final class BuiltIn {
    static final AssetCatalog CATALOG = new AssetCatalog(CatalogTable.parse(text()));

    private static String text() {
      try (InputStream in = AssetCatalog.class.getResourceAsStream(RESOURCE)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** This catalogue with the user's own assets; one with a known id replaces that entry. */
  public AssetCatalog with(List<Asset> own) {
    if (own.isEmpty()) {
      return this;
    }
    List<Asset> all = new ArrayList<>(byId.values());
    all.addAll(own);
    return new AssetCatalog(all);
  }

  /** What a written name stands for. */
  public Match find(String written) {
    String name = folded(written);
    Asset exact = byId.get(name);
    if (exact != null) {
      return new Match.Found(exact, Match.By.ID);
    }
    List<Asset> symbols = bySymbol.get(name);
    if (symbols != null) {
      return among(symbols, Match.By.SYMBOL);
    }
    List<Asset> aliases = byAlias.get(name);
    return aliases == null ? new Match.Unknown() : among(aliases, Match.By.ALIAS);
  }

  /**
   * What a code in an exchange's file stands for: an alias before a symbol, and no id, for an
   * exchange's {@code XBT} is bitcoin whatever else has that symbol.
   */
  public Match findCode(String code) {
    String name = folded(code);
    for (Map<String, List<Asset>> names : List.of(byAlias, bySymbol)) {
      List<Asset> found = names.get(name);
      if (found != null) {
        return among(found, names == byAlias ? Match.By.ALIAS : Match.By.SYMBOL);
      }
    }
    return new Match.Unknown();
  }

  private static Match among(List<Asset> assets, Match.By by) {
    return assets.size() == 1
        ? new Match.Found(assets.get(0), by)
        : new Match.Ambiguous(List.copyOf(assets));
  }

  public Optional<Asset> byId(String id) {
    return Optional.ofNullable(byId.get(folded(id)));
  }

  public Collection<Asset> assets() {
    return byId.values();
  }

  /** Every id, symbol and alias: what a misspelt name may have meant. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (Asset asset : byId.values()) {
      names.add(asset.symbol());
      names.add(asset.id());
      names.addAll(asset.aliases());
    }
    return names;
  }

  /** The name of a chain for people; its id if it has none. */
  public String chainName(String chain) {
    return switch (chain) {
      case "base" -> "Base";
      case "xdai" -> "Gnosis Chain";
      case "world-chain" -> "World Chain";
      case "binancecoin" -> "BNB Chain";
      case "polygon-ecosystem-token" -> "Polygon";
      default -> byId(chain).map(Asset::name).orElse(chain);
    };
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
