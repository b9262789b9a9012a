package unroll.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/**
 * The right-hand side of an equation for one unit, for people to read: it can be differentiated and written down with its
 * numbers. What it comes to is the {@link ReferenceCell}'s business. Immutable.
 */
public sealed interface Formula
        permits Variable, Formula.Sum, Formula.Product, Formula.OneMinus, Formula.Negative, Formula.Applied {
    /**
     * One token of a formula in a line: a quantity with its number, or a sign between quantities.
     *
     * @param text as on paper
     * @param value the quantity's number; empty for a sign such as {@code ·} or a bracket
     */
    record Token(String text, OptionalDouble value) {
        /** A quantity. */
        public Token(String text, double value) {
            this(text, OptionalDouble.of(value));
        }

        private static Token sign(String text) {
            return new Token(text, OptionalDouble.empty());
        }
    }

    /**
     * The chain rule, one link back: hands every symbol in it its share of the gradient, upstream · ∂ this / ∂ symbol. A symbol
     * that occurs twice gets two shares, to be added.
     *
     * @param upstream ∂L/∂ of this
     */
    void derive(Formula upstream, BiConsumer<Variable, Formula> share);

    /** As it stands in a line, each symbol with its number. */
    List<Token> tokens(ToDoubleFunction<Variable> values);

    /** As a factor: in brackets where it needs them. */
    default List<Token> asFactor(ToDoubleFunction<Variable> values) {
        return tokens(values);
    }

    default Formula plus(Formula other) {
        return new Sum(this, other);
    }

    default Formula times(Formula other) {
        return new Product(this, other);
    }

    static Formula oneMinus(Formula inner) {
        return new OneMinus(inner);
    }

    static Formula sigmoid(Formula inner) {
        return new Applied(Function.SIGMOID, inner);
    }

    static Formula tanh(Formula inner) {
        return new Applied(Function.TANH, inner);
    }

    static Formula relu(Formula inner) {
        return new Applied(Function.RELU, inner);
    }

    private static List<Token> enclosed(String open, List<Token> tokens, String close) {
        List<Token> all = new ArrayList<>();
        all.add(Token.sign(open));
        all.addAll(tokens);
        all.add(Token.sign(close));
        return all;
    }

    /** Tokens, a sign, and more tokens. */
    static List<Token> joined(List<Token> left, String sign, List<Token> right) {
        List<Token> all = new ArrayList<>(left);
        all.add(Token.sign(sign));
        all.addAll(right);
        return all;
    }

    /** left + right. */
    record Sum(Formula left, Formula right) implements Formula {
        @Override
        public void derive(Formula upstream, BiConsumer<Variable, Formula> share) {
            left.derive(upstream, share);
            right.derive(upstream, share);
        }

        @Override
        public List<Token> tokens(ToDoubleFunction<Variable> values) {
            return right instanceof Negative negative
                    ? joined(left.tokens(values), " − ", negative.inner.asFactor(values))
                    : joined(left.tokens(values), " + ", right.tokens(values));
        }

        @Override
        public List<Token> asFactor(ToDoubleFunction<Variable> values) {
            return enclosed("(", tokens(values), ")");
        }
    }

    /** left · right. */
    record Product(Formula left, Formula right) implements Formula {
        @Override
        public void derive(Formula upstream, BiConsumer<Variable, Formula> share) {
            left.derive(upstream.times(right), share);
            right.derive(upstream.times(left), share);
        }

        @Override
        public List<Token> tokens(ToDoubleFunction<Variable> values) {
            return joined(left.asFactor(values), " · ", right.asFactor(values));
        }
    }

    /** 1 − inner, as gates have it. */
    record OneMinus(Formula inner) implements Formula {
        @Override
        public void derive(Formula upstream, BiConsumer<Variable, Formula> share) {
            inner.derive(new Negative(upstream), share);
        }

        @Override
        public List<Token> tokens(ToDoubleFunction<Variable> values) {
            return joined(List.of(), "1 − ", inner.asFactor(values));
        }

        @Override
        public List<Token> asFactor(ToDoubleFunction<Variable> values) {
            return enclosed("(", tokens(values), ")");
        }
    }

    /** −inner. */
    record Negative(Formula inner) implements Formula {
        @Override
        public void derive(Formula upstream, BiConsumer<Variable, Formula> share) {
            inner.derive(new Negative(upstream), share);
        }

        /** The sign goes to the front of the whole product, where a sum can make a minus of it. */
        @Override
        public Formula times(Formula other) {
            return new Negative(inner.times(other));
        }

        @Override
        public List<Token> tokens(ToDoubleFunction<Variable> values) {
            return joined(List.of(), "−", inner.asFactor(values));
        }
    }

    /** A function of a formula. */
    record Applied(Function function, Formula inner) implements Formula {
        @Override
        public void derive(Formula upstream, BiConsumer<Variable, Formula> share) {
            derive(upstream, this, share);
        }

        /** @param result a shorter way to write this, such as the symbol it is given to */
        void derive(Formula upstream, Formula result, BiConsumer<Variable, Formula> share) {
            inner.derive(upstream.times(function.slope(result)), share);
        }

        @Override
        public List<Token> tokens(ToDoubleFunction<Variable> values) {
            return enclosed(function.open, inner.tokens(values), function.close);
        }
    }

    /** A function of one number, with the derivative that can be had from its result. */
    enum Function {
        SIGMOID("σ(", ")"),
        TANH("tanh(", ")"),
        RELU("ReLU(", ")"),
        /** 1 where it is above 0, otherwise 0. */
        POSITIVE("[", " > 0]");

        private final String open;
        private final String close;

        Function(String open, String close) {
            this.open = open;
            this.close = close;
        }

        /** Its derivative, written with its result. */
        private Formula slope(Formula result) {
            return switch (this) {
                case SIGMOID -> result.times(oneMinus(result));
                case TANH -> oneMinus(result.times(result));
                case RELU -> new Applied(POSITIVE, result);
                case POSITIVE -> throw new IllegalArgumentException("A step has no slope to go on with.");
            };
        }
    }
}
