package allot.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Draws many futures of a mix. Paths come in blocks of {@value PathBlock#PATHS} with a generator
 * each, and blocks are added up in their order: the seed alone decides the numbers, not the
 * threads.
 */
public final class MonteCarlo {
  private static final int BLOCKS_A_THREAD = 8;

  private MonteCarlo() {}

  /**
   * Simulates.
   *
   * @param model of as many assets as the mix has, in its order
   * @param threads at least 1
   * @param progress is told, now and then, how many paths are done
   * @throws CancellationException if the thread is interrupted
   */
  public static Simulation run(
      SimulatedMix mix,
      ReturnModel model,
      SimulationSettings settings,
      int threads,
      LongConsumer progress) {
    if (model.assets() != mix.assets().size() || threads < 1) {
      throw new IllegalArgumentException("the model is of other assets, or there is no thread");
    }
    PathBlock block = new PathBlock(mix, model, settings);
    Results results = new Results(settings, mix.value(), block.isOutNow(), block.isOutAtBest());
    if (threads == 1) {
      for (int i = 0; i < block.blocks(); i++) {
        results.add(block.run(i));
        told(block, i + 1, progress);
      }
    } else {
      shared(block, results, threads, progress);
    }
    return results.simulation(model.label());
  }

  private static void told(PathBlock block, int done, LongConsumer progress) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
    progress.accept(block.pathsBefore(done));
  }

  private static void shared(PathBlock block, Results results, int threads, LongConsumer progress) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "simulate");
              thread.setDaemon(true);
              return thread;
            });
    try {
      int round = threads * BLOCKS_A_THREAD;
      for (int from = 0; from < block.blocks(); from += round) {
        int to = Math.min(block.blocks(), from + round);
        List<Future<BlockResult>> running = new ArrayList<>();
        for (int i = from; i < to; i++) {
          int number = i;
          running.add(pool.submit(() -> block.run(number)));
        }
        for (Future<BlockResult> future : running) {
          results.add(finished(future));
        }
        told(block, to, progress);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static BlockResult finished(Future<BlockResult> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a block of paths failed", e.getCause());
    }
  }
}
