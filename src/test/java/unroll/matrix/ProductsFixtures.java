package unroll.matrix;

import java.util.Arrays;
import java.util.List;

/** Runs tests with each of the libraries that this machine has. */
public final class ProductsFixtures {
    private ProductsFixtures() {}

    /** What may fail in a way of its own. */
    public interface Check<E extends Exception> {
        void run() throws E;
    }

    /** Those that this machine can load. */
    public static List<Products> available() {
        return Arrays.stream(Products.values())
                .filter(each -> each != Products.ONEDNN || Products.choose(null) == Products.ONEDNN)
                .toList();
    }

    /** Runs something while products are made by these, and not by the machine's own choice. */
    public static <E extends Exception> void with(Products products, Check<E> test) throws E {
        Products before = Products.current();
        Products.use(products);
        try {
            test.run();
        } finally {
            Products.use(before);
        }
    }

    /** Runs something once with each of them. */
    public static <E extends Exception> void withEach(Check<E> test) throws E {
        for (Products products : available()) {
            with(products, test);
        }
    }
}
