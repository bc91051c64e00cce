package allot.render;

import allot.dca.DcaSchedule;
import allot.dca.DcaSchedule.Instalment;
import allot.dca.DcaSchedule.Limit;
import allot.dca.DcaSchedule.Order;
import allot.money.CurrencyUnit;
import allot.money.ExactDecimal;
import allot.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan of buys as a calendar, an all-day event for each instalment ahead. An event's UID comes
 * from the plan and its date, not from the holdings, so that reading the calendar in again updates
 * it.
 */
public final class DcaCalendar {
  private static final String PRODUCT = "-//allot//plan of buys//EN";

  private DcaCalendar() {}

  /**
   * @param plan the plan's id
   * @param now when the calendar is made
   */
  public static String render(DcaSchedule schedule, String plan, Instant now) {
    CurrencyUnit currency = schedule.before().valuation().portfolio().currency();
    List<Calendar.Event> events = new ArrayList<>();
    for (Instalment instalment : schedule.ahead()) {
      events.add(
          new Calendar.Event(
              plan + "-" + instalment.date() + "@allot",
              instalment.date(),
              "allot: buy for " + money(instalment.cents(), currency),
              description(instalment, currency),
              now));
    }
    return Calendar.render(events, PRODUCT);
  }

  private static String description(Instalment instalment, CurrencyUnit currency) {
    StringBuilder text = new StringBuilder("Instalment ").append(instalment.n()).append('\n');
    for (Order order : instalment.orders()) {
      text.append(order.asset().symbol()).append(": ").append(money(order.cents(), currency));
      text.append(" = ").append(ExactDecimal.plain(order.quantity()));
      text.append(" at ").append(ExactDecimal.plain(order.price()));
      text.append(order.account().isEmpty() ? "" : ", " + order.account()).append('\n');
      for (Limit limit : order.limits()) {
        text.append("  limit ").append(ExactDecimal.plain(limit.rung().price())).append(": ");
        text.append(money(limit.rung().cents(), currency)).append('\n');
      }
    }
    if (instalment.kept() > 0) {
      text.append("keep ").append(money(instalment.kept(), currency)).append(" as cash\n");
    }
    if (instalment.carried() > 0) {
      text.append("carried on: ").append(money(instalment.carried(), currency)).append('\n');
    }
    return text.append("Prices are held flat; plan again on the day.").toString();
  }

  private static String money(long cents, CurrencyUnit currency) {
    return Money.of(BigDecimal.valueOf(cents, currency.decimals()), currency).format();
  }
}
