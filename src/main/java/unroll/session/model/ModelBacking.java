package unroll.session.model;

/** What stands behind the session's model: a run, or a file whose data are missing. For the trainer's thread; gives copies. */
public interface ModelBacking {
    ModelSnapshot snapshot();

    Learner.Writer writer();

    Learner.Capture capture();
}
