package allot.file;

import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A directory that is its owner's alone. */
public final class PrivateDirectory {
  private static final Set<PosixFilePermission> MODE =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private PrivateDirectory() {}

  /**
   * Makes the directory and those above it, as far as they do not exist, with mode 0700. One that
   * exists keeps its mode.
   *
   * @throws ProblemException of kind UNWRITABLE
   */
  public static void make(Path directory) {
    if (Files.isDirectory(directory)) {
      return;
    }
    try {
      Files.createDirectories(directory, mode(directory));
    } catch (FileAlreadyExistsException e) {
      throw unwritable(directory, "is no directory");
    } catch (IOException e) {
      throw unwritable(directory, "cannot be made: " + Reason.of(e));
    }
  }

  private static FileAttribute<?>[] mode(Path directory) {
    return FileOperations.knowsModes(directory)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(MODE)}
        : new FileAttribute<?>[0];
  }

  private static ProblemException unwritable(Path directory, String message) {
    return new ProblemException(Problem.ofFile(Kind.UNWRITABLE, directory.toString(), message, ""));
  }
}
