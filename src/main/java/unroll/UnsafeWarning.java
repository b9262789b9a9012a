package unroll;

import java.lang.reflect.Field;
import org.slf4j.LoggerFactory;

/**
 * Keeps Java 24 and later from printing four lines because libraries below (JavaCPP's indexers, JavaFX's renderer before
 * version 24) use {@code sun.misc.Unsafe}. Java has the option {@code --sun-misc-unsafe-memory-access=allow} for this, but Java
 * 17 does not start with it, and a manifest cannot carry it. The class is open to reflection, so we mark the warning as
 * printed. Where a later Java has no such mark, its warning appears and nothing else changes.
 */
final class UnsafeWarning {
    private UnsafeWarning() {}

    static void silence() {
        if (Runtime.version().feature() < 24) {
            return;
        }
        try {
            Field printed = Class.forName("sun.misc.Unsafe").getDeclaredField("memoryAccessWarned");
            printed.setAccessible(true);
            printed.setBoolean(null, true);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LoggerFactory.getLogger(UnsafeWarning.class).debug("Java's warning of Unsafe stays.", e);
        }
    }
}
