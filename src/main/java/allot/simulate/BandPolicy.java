package allot.simulate;

import allot.portfolio.Bands;
import allot.rebalance.Destination;

/**
 * Rebalancing at the daily close at which a bucket is out of its band.
 *
 * @param label how results name it
 * @param to where trades end
 */
public record BandPolicy(String label, Bands bands, Destination to) {

  /** To the target, named by the band. */
  public static BandPolicy toTarget(String label, Bands bands) {
    return new BandPolicy(label, bands, Destination.TARGET);
  }
}
