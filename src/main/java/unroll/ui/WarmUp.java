package unroll.ui;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.matrix.Matrix;

/** Loads the engine's native libraries while the user looks at the window, so that Train starts at once. */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private WarmUp() {}

    static void start() {
        Thread thread = new Thread(WarmUp::multiply, "engine-warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private static void multiply() {
        try {
            Matrix small = Matrix.zeros(2, 2);
            Matrix.zeros(2, 2).setProduct(small, small);
        } catch (LinkageError | RuntimeException e) {
            LOG.warn("The engine cannot be loaded; Train will say more.", e);
        }
    }
}
