package unroll.train;

/** The rate of each step: the base rate, which may change at any time, times the schedule's factor. */
final class LearningRate {
    private double base;
    private RateSchedule schedule;
    private Plateau plateau = Plateau.START;

    /**
     * How reduce-on-plateau stands.
     *
     * @param factor on the base rate
     * @param best lowest validation loss so far
     * @param waited validations since the last improvement
     */
    record Plateau(double factor, double best, int waited) {
        static final Plateau START = new Plateau(1, Double.POSITIVE_INFINITY, 0);

        Plateau after(double loss, RateSchedule.Plateau rule) {
            if (loss < best) {
                return new Plateau(factor, loss, 0);
            }
            return waited + 1 >= rule.patience()
                    ? new Plateau(factor * rule.factor(), best, 0)
                    : new Plateau(factor, best, waited + 1);
        }
    }

    LearningRate(double base, RateSchedule schedule) {
        this.base = base;
        this.schedule = schedule;
    }

    void base(double rate) {
        base = rate;
    }

    void schedule(RateSchedule next) {
        schedule = next;
        plateau = Plateau.START;
    }

    Plateau plateau() {
        return plateau;
    }

    void plateau(Plateau state) {
        plateau = state;
    }

    /** Hears a validation loss. */
    void validated(double loss) {
        if (schedule instanceof RateSchedule.Plateau rule) {
            plateau = plateau.after(loss, rule);
        }
    }

    /** @param step updates done before this one */
    double at(long step) {
        return base * schedule.factor(step, plateau.factor());
    }
}
