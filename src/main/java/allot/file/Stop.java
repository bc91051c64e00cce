package allot.file;

/**
 * Where reading stopped, as far as the grammar goes.
 *
 * @param expected what could have come
 * @param container the path of the array or object around it
 * @param previous the path of the value before it
 * @param index of the item to come, in an array
 * @param opened the offset at which the container opens, or -1 outside of all
 */
record Stop(Expected expected, JsonPath container, JsonPath previous, int index, int opened) {

  /** What could have come where reading stopped. */
  enum Expected {
    DOCUMENT,
    FIRST_ITEM,
    NEXT_ITEM,
    FIRST_MEMBER,
    NEXT_MEMBER,
    MEMBER_VALUE,
    END
  }
}
