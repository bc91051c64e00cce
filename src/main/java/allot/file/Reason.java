package allot.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why an operation on a file failed, in words. */
final class Reason {
  private Reason() {}

  /** A clause without the file's name, which the problem's place already gives. */
  static String of(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "its directory does not exist";
    }
    String words = e instanceof FileSystemException of ? of.getReason() : e.getMessage();
    return words == null || words.isEmpty() ? "input or output failed" : words;
  }
}
