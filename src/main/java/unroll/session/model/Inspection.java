package unroll.session.model;

/** Something to be worked out about the present model. */
@FunctionalInterface
public interface Inspection<T> {
    /**
     * Works it out; should end early when the thread is interrupted.
     *
     * @param model a copy of the model
     * @throws Exception with a sentence where it cannot be worked out
     */
    T of(ModelSnapshot model) throws Exception;
}
