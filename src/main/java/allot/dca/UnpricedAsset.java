package allot.dca;

/** An asset that a plan would buy has no price: nothing can be planned. */
public final class UnpricedAsset extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String asset;

  UnpricedAsset(String asset) {
    super(asset, null, false, false);
    this.asset = asset;
  }

  /** The asset's symbol. */
  public String asset() {
    return asset;
  }
}
