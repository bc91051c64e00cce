package allot.statement;

import allot.file.InputFile;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The first characters of a file, and a reader that begins with them again.
 *
 * @param lines what a header may stand in
 */
record Beginning(String lines, Reader reader) {
  private static final int CHARACTERS = 1 << 16;
  private static final int SIGNATURE = 4;

  /**
   * @throws ProblemException of kind DATA if it is a spreadsheet or in another encoding than UTF-8
   * @throws java.nio.charset.CharacterCodingException if it holds what is not UTF-8
   */
  static Beginning of(InputStream in, String file) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
    bytes.mark(SIGNATURE);
    byte[] first = bytes.readNBytes(SIGNATURE);
    bytes.reset();
    refuse(first, file);
    if (InputFile.isMarked(first)) {
      bytes.skipNBytes(3);
    }
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            CHARACTERS);
    reader.mark(CHARACTERS);
    char[] lines = new char[CHARACTERS];
    int length = 0;
    for (int read = 0; read >= 0 && length < CHARACTERS; length += Math.max(0, read)) {
      read = reader.read(lines, length, CHARACTERS - length);
    }
    reader.reset();
    String text = new String(lines, 0, length);
    if (text.stripLeading().startsWith("{")) {
      throw refused(file, "is JSON and no statement", "a portfolio file goes behind --into");
    }
    return new Beginning(text, reader);
  }

  private static void refuse(byte[] first, String file) {
    if (InputFile.startsWith(first, 'P', 'K', 3, 4)
        || InputFile.startsWith(first, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw refused(file, "is a spreadsheet", "save it as CSV, in UTF-8");
    }
    String wide = InputFile.wideEncoding(first);
    if (!wide.isEmpty()) {
      throw refused(file, "is " + wide, "save it as UTF-8");
    }
  }

  private static ProblemException refused(String file, String message, String remedy) {
    return new ProblemException(Problem.ofFile(Kind.DATA, file, message, remedy));
  }
}
