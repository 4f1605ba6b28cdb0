package io.yanmen.command.run;

import io.yanmen.command.option.ExitCode;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a service running until the process is asked to end, then lets it finish its work. */
final class ShutdownWait {
  private static final Logger LOG = LoggerFactory.getLogger("yanmen");

  private ShutdownWait() {}

  /**
   * Never returns: the process ends with 0 when the service has been stopped in order.
   *
   * @param ready tells that the service runs; whoever answers with a stop finds it in order already
   */
  static int keep(ServiceSetup setup, Runnable ready) throws InterruptedException {
    closedAtExit(setup, new AtomicBoolean(true));
    ready.run();
    new CountDownLatch(1).await();
    return ExitCode.OK;
  }

  /**
   * Stops the service when the process is asked to end.
   *
   * @param armed false once the service has been closed otherwise
   */
  static void closedAtExit(ServiceSetup setup, AtomicBoolean armed) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!armed.getAndSet(false)) {
                    return;
                  }
                  int code = ExitCode.OK;
                  try {
                    setup.close();
                  } catch (IOException | RuntimeException e) {
                    LOG.error("the service did not stop in order: {}", e.toString());
                    code = ExitCode.REJECTED;
                  }
                  // A process that was asked to end and did so in order has not failed: 0, not 143.
                  Runtime.getRuntime().halt(code);
                },
                "stop"));
  }
}
