package allot.rebalance;

/** Money that has to move between two accounts, in cents. */
public record Transfer(String from, String to, long cents) {}
