package unroll.cell.formula;

/** A function of one number, with the derivative that can be had from its result. */
enum Function {
    SIGMOID("σ(", ")") {
        @Override
        double of(double x) {
            return 1 / (1 + Math.exp(-x));
        }

        @Override
        Formula slope(Formula result) {
            return result.times(Formula.oneMinus(result));
        }
    },
    TANH("tanh(", ")") {
        @Override
        double of(double x) {
            return Math.tanh(x);
        }

        @Override
        Formula slope(Formula result) {
            return Formula.oneMinus(result.times(result));
        }
    },
    RELU("ReLU(", ")") {
        @Override
        double of(double x) {
            return Math.max(x, 0);
        }

        @Override
        Formula slope(Formula result) {
            return new Applied(POSITIVE, result);
        }
    },
    /** 1 where it is above 0, otherwise 0. */
    POSITIVE("[", " > 0]") {
        @Override
        double of(double x) {
            return x > 0 ? 1 : 0;
        }

        @Override
        Formula slope(Formula result) {
            throw new IllegalArgumentException("A step has no slope to go on with.");
        }
    };

    final String open;
    final String close;

    Function(String open, String close) {
        this.open = open;
        this.close = close;
    }

    abstract double of(double x);

    /** Its derivative, written with its result. */
    abstract Formula slope(Formula result);
}
