package allot.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** The real operations, but the nth fails; a write that fails has written a part. */
final class FailingOperations implements FileOperations {
  private final FileOperations real = new FileOperations.Real();
  private int left;
  private boolean moved;

  FailingOperations(int nth) {
    this.left = nth;
  }

  boolean hasMoved() {
    return moved;
  }

  private void count() throws IOException {
    left--;
    if (left == 0) {
      throw new IOException("No space left on device");
    }
  }

  @Override
  public FileChannel create(Path file, boolean isPrivate) throws IOException {
    count();
    return real.create(file, isPrivate);
  }

  @Override
  public void write(FileChannel channel, ByteBuffer content) throws IOException {
    real.write(channel, content.slice(0, 3));
    count();
    channel.position(0);
    real.write(channel, content);
  }

  @Override
  public void force(FileChannel channel) throws IOException {
    count();
    real.force(channel);
  }

  @Override
  public void setMode(Path file, Set<PosixFilePermission> mode) throws IOException {
    count();
    real.setMode(file, mode);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    count();
    real.move(from, to);
    moved = true;
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    count();
    real.forceDirectory(directory);
  }

  @Override
  public void delete(Path file) throws IOException {
    real.delete(file);
  }
}
