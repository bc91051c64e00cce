package allot.record;

/** Which cash a deal moves. */
public enum Payment {
  /** None: what pays for it is booked by itself. */
  ELSEWHERE,
  /** The account's, if there is a row of cash. */
  WHERE_HELD,
  /** The account's, with a new row if there is none. */
  ALWAYS
}
