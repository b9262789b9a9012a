package unroll.matrix;

import java.util.Locale;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import unroll.message.ProblemException;
import unroll.message.Reason;

/**
 * The library that multiplies matrices. It is chosen once, when the first matrix is made: oneDNN where it can be had, and
 * OpenBLAS otherwise, which brings the product with a single column in any case (docs/adr/0014).
 *
 * <p>{@code -Dunroll.products=openblas} or {@code =onednn} chooses one of them.
 */
public enum Products {
    OPENBLAS("OpenBLAS", openblas.class) {
        @Override
        void multiply(Matrix c, Matrix a, Matrix b, float keep) {
            holdToThisThread();
            if (c.columns() == 1 && !b.isTransposed()) {
                multiplyVector(c, a, b, keep);
                return;
            }
            openblas.cblas_sgemm(
                    openblas.CblasColMajor,
                    transposition(a),
                    transposition(b),
                    c.rows(),
                    c.columns(),
                    a.columns(),
                    1,
                    a.pointer(),
                    a.leading(),
                    b.pointer(),
                    b.leading(),
                    keep,
                    c.pointer(),
                    c.leading());
        }

        /** A single column: sgemv needs a fraction of what sgemm spends on packing its factors. */
        private void multiplyVector(Matrix y, Matrix a, Matrix x, float keep) {
            openblas.cblas_sgemv(
                    openblas.CblasColMajor,
                    transposition(a),
                    a.isTransposed() ? a.columns() : a.rows(),
                    a.isTransposed() ? a.rows() : a.columns(),
                    1,
                    a.pointer(),
                    a.leading(),
                    x.pointer(),
                    1,
                    keep,
                    y.pointer(),
                    1);
        }

        private int transposition(Matrix factor) {
            return factor.isTransposed() ? openblas.CblasTrans : openblas.CblasNoTrans;
        }
    },
    /** Also keeps factors packed between products. */
    ONEDNN("oneDNN", dnnl.class) {
        /** oneDNN takes columns for rows, so what it is asked for is the transpose: cᵀ = bᵀ·aᵀ. */
        @Override
        void multiply(Matrix c, Matrix a, Matrix b, float keep) {
            holdToThisThread();
            OneDnnFactor.require(dnnl.dnnl_sgemm(
                    transposition(b),
                    transposition(a),
                    c.columns(),
                    c.rows(),
                    a.columns(),
                    1,
                    b.pointer(),
                    b.leading(),
                    a.pointer(),
                    a.leading(),
                    keep,
                    c.pointer(),
                    c.leading()));
        }

        private byte transposition(Matrix factor) {
            return (byte) (factor.isTransposed() ? 'T' : 'N');
        }
    };

    /** Name of the system property that forces one of them, in small letters. */
    public static final String PROPERTY = "unroll.products";

    /**
     * Where a thread's products can be held to that thread: only there ND4J's OpenMP is oneDNN's as well, and can be told the
     * number of threads.
     */
    private static final String PLATFORM = "linux-x86_64";

    private final String title;
    private final Class<?> library;

    Products(String title, Class<?> library) {
        this.title = title;
        this.library = library;
    }

    /**
     * Holds both libraries to the calling thread. OpenMP keeps its number of threads for each thread apart, and a thread
     * that never set it wakes a pool of its own, whose spinning slows everything fifty times and more.
     */
    private static final ThreadLocal<Boolean> SINGLE_THREADED = ThreadLocal.withInitial(() -> {
        openblas.blas_set_num_threads(1);
        if (PLATFORM.equals(Loader.getPlatform())) {
            Nd4j.getBackend(); // which has to be loaded before its native operations
            NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        }
        return true;
    });

    private static volatile @Nullable Products current;

    /** Those in use, chosen when they are first asked for; loads the library. */
    public static Products current() {
        Products products = current;
        if (products == null) {
            products = choose(System.getProperty(PROPERTY));
            current = products;
        }
        return products;
    }

    /** Makes what is created from now on use others: for tests that compare them. */
    static void use(Products products) {
        current = products;
    }

    /** c = keep·c + a·b on the calling thread alone, for matrices that fit. */
    abstract void multiply(Matrix c, Matrix a, Matrix b, float keep);

    /** To be called on a thread before it multiplies, also by those who call ND4J themselves. */
    public static void holdToThisThread() {
        SINGLE_THREADED.get();
    }

    /** @throws ProblemException where the forced library is not one of them, or cannot be had here */
    static Products choose(@Nullable String forced) {
        if (forced == null) {
            return OneDnnAvailability.HERE ? ONEDNN : OPENBLAS;
        }
        Products products = named(forced);
        if (products == ONEDNN && !OneDnnAvailability.HERE) {
            throw Reason.INVALID_VALUE.exception(
                    "-D" + PROPERTY, "onednn, which is for 64-bit Linux on x86", "openblas, or leave it out");
        }
        return products;
    }

    private static Products named(String word) {
        for (Products each : values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        throw Reason.INVALID_VALUE.exception("-D" + PROPERTY, "“" + word + "”", "openblas or onednn, or leave it out");
    }

    /** Whether oneDNN loads; found out once. */
    private static final class OneDnnAvailability {
        static final boolean HERE = PLATFORM.equals(Loader.getPlatform()) && loads();

        /** Where it does not, products are merely slower, which nobody needs to hear of. */
        private static boolean loads() {
            try {
                Loader.load(dnnl.class);
                return true;
            } catch (LinkageError absent) {
                return false;
            }
        }
    }

    /** Name and version for people, for example "oneDNN 3.11-1.5.13". */
    public String description() {
        String version = library.getPackage().getImplementationVersion();
        return version == null ? title : title + " " + version;
    }
}
