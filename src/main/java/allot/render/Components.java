package allot.render;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;

/** Reads records by their components. */
final class Components {
  private Components() {}

  static Object value(RecordComponent component, Record row) {
    try {
      // a public accessor of a private record is not accessible by itself
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
