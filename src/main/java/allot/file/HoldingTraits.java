package allot.file;

import allot.catalog.Bucket;
import allot.portfolio.Role;
import java.util.List;
import java.util.Optional;

/** The words of a holding: its account, role, own bucket and note. */
record HoldingTraits(
    String account, Role role, Optional<Bucket> bucket, String reason, String note) {
  private static final List<String> ROLES = List.of("tradable", "frozen", "excluded");

  static HoldingTraits read(Members members) {
    String account = members.take("account").flatMap(Node::anyText).orElse("").strip();
    Role role =
        members
            .take("role")
            .flatMap(n -> n.oneOf(ROLES))
            .flatMap(Role::parse)
            .orElse(Role.TRADABLE);
    Optional<Node> bucketNode = members.take("bucket");
    Optional<Bucket> bucket = bucketNode.flatMap(Reading::bucket);
    Optional<Node> reasonNode = members.take("reason");
    String reason = reasonNode.flatMap(Node::text).orElse("");
    if (reasonNode.isPresent() && bucketNode.isEmpty()) {
      reasonNode.get().refuse("stands without a bucket", "write `bucket`, or use `note`");
    }
    String note = members.take("note").flatMap(Node::anyText).orElse("");
    return new HoldingTraits(account, role, bucket, reason, note);
  }
}
