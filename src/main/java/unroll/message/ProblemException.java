package unroll.message;

import org.jspecify.annotations.Nullable;

/** Something that the user can mend, or should know, went wrong. Its message is for logs; a front end words the problem itself. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    public ProblemException(Problem problem, @Nullable Throwable cause) {
        super(problem.sentence(Front.WINDOW), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
