package unroll.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a numeric option accepts, for the sentence that refuses anything else; every numeric option has it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Numeric {
    /** A value that the option accepts, as it is typed: {@code 0.7}. */
    String example();

    /** All values that it accepts, to follow the word "number": {@code above 0}, {@code from 1 to 4096}. */
    String range();
}
