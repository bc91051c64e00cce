package allot.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The steps of an atomic write, one method each, so that a test can let any of them fail. */
interface FileOperations {

  /** Creates a file that must not exist yet; a private one has mode 0600 from its first moment. */
  FileChannel create(Path file, boolean isPrivate) throws IOException;

  void write(FileChannel channel, ByteBuffer content) throws IOException;

  void force(FileChannel channel) throws IOException;

  void setMode(Path file, Set<PosixFilePermission> mode) throws IOException;

  void move(Path from, Path to) throws IOException;

  /** Makes a rename in the directory last through a power cut. */
  void forceDirectory(Path directory) throws IOException;

  void delete(Path file) throws IOException;

  /** The attributes that create a file with mode 0600; none where modes are unknown. */
  static FileAttribute<?>[] privateMode(Path file) {
    if (!knowsModes(file)) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> mode =
        Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)};
  }

  /** Whether the file system has modes and directories that can be forced. */
  static boolean knowsModes(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** The real ones. */
  final class Real implements FileOperations {
    @Override
    public FileChannel create(Path file, boolean isPrivate) throws IOException {
      Set<StandardOpenOption> options =
          Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return isPrivate
          ? FileChannel.open(file, options, privateMode(file))
          : FileChannel.open(file, options);
    }

    @Override
    public void write(FileChannel channel, ByteBuffer content) throws IOException {
      while (content.hasRemaining()) {
        channel.write(content);
      }
    }

    @Override
    public void force(FileChannel channel) throws IOException {
      channel.force(true);
    }

    @Override
    public void setMode(Path file, Set<PosixFilePermission> mode) throws IOException {
      Files.setPosixFilePermissions(file, mode);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }

    @Override
    public void delete(Path file) throws IOException {
      Files.deleteIfExists(file);
    }
  }
}
