package allot.render;

/** What the figures of a chart count. */
public enum Measure {
  /** Whole units of a currency, which the chart's title names. */
  MONEY,
  /** 40 is 40 %. */
  PERCENT
}
