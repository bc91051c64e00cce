package allot.feed;

import allot.feed.PriceService.Failure;
import allot.file.JsonValue;
import java.util.Optional;

/** An answer that has been read. */
sealed interface Content {

  /** The object that a service sent; it is no error. */
  record Present(String text, JsonValue.Obj json) implements Content {}

  /** There is none. */
  record Missing(Failure failure) implements Content {}

  static Content of(Answer answer, Access access) {
    if (answer instanceof Answer.Refused refused) {
      return new Missing(ServiceError.of(refused, access));
    }
    if (answer instanceof Answer.Failed failed) {
      return new Missing(ServiceError.unreadable(failed.reason()));
    }
    String text = ((Answer.Text) answer).body();
    Optional<JsonValue> json = Json.parse(text);
    if (json.isEmpty() || !(json.get() instanceof JsonValue.Obj object)) {
      return new Missing(ServiceError.unreadable("sent what is no JSON of prices"));
    }
    Optional<Failure> error = ServiceError.in(object, access);
    return error.isPresent() ? new Missing(error.get()) : new Present(text, object);
  }
}
