package unroll.ui.lens.step;

import java.util.Locale;
import unroll.lens.step.FormulaValues;
import unroll.lens.step.StepSequence.Loss;
import unroll.lens.step.StepSequence.VisitedStep;
import unroll.message.Formats;
import unroll.network.Direction;
import unroll.reference.Variable;

/** What a step does, in sentences. */
final class StepCaption {
    private final WalkthroughView view;

    private StepCaption(WalkthroughView view) {
        this.view = view;
    }

    static String of(WalkthroughView view, UnitFocus.Pass pass) {
        StepCaption caption = new StepCaption(view);
        String taken = "Taken at step %s of the training."
                .formatted(Formats.count(view.walk().trained()));
        String words = caption.place() + " " + caption.answer();
        return pass == UnitFocus.Pass.FORWARD ? words + " " + taken : words + " " + caption.loss() + " " + taken;
    }

    /** What the parts of ∂L/∂a<t> are. */
    static String parts(WalkthroughView view, UnitFocus focus) {
        boolean forward = view.step().direction(focus.row()) == Direction.FORWARD;
        return "“%s” comes through what reads a‹t› at this step, “%s” through what reads it at the step %s; their sum is ∂L/∂a‹t›."
                .formatted(
                        part(view, focus, Variable.fromAbove()),
                        part(view, focus, Variable.fromNext("a")),
                        forward ? "after" : "before");
    }

    private static String part(WalkthroughView view, UnitFocus focus, Variable symbol) {
        return view.back()
                .line(focus.row(), symbol, focus.unit())
                .tokens()
                .get(0)
                .text();
    }

    private String place() {
        VisitedStep stop = view.stop();
        String read = String.format(Locale.ROOT, "t = %d: reads “%s”", view.time(stop), view.reads(stop));
        if (view.tour().sourceSteps() == 0) {
            return read;
        }
        return (view.isSource() ? "Encoder, " : "Decoder, ") + read;
    }

    private String answer() {
        VisitedStep stop = view.stop();
        if (view.isSource()) {
            return "and gives nothing; the decoder starts from the encoder’s last state.";
        }
        if (!stop.asked()) {
            return "and is asked nothing before the last step.";
        }
        String loss = "L‹t› = %s nats."
                .formatted(FormulaValues.number(-Math.log(stop.step().probabilities()[stop.target()])));
        String drawn = "and draws “%s”. "
                .formatted(stop.draw().map(draw -> view.output(draw.symbol())).orElse(""));
        return drawn
                + stop.next()
                        .map(next -> "Next comes “%s”, so that is y‹t›; ".formatted(view.output(next)))
                        .orElse("Nobody knows what is right here, so y‹t› is what was drawn; ")
                + loss;
    }

    private String loss() {
        if (view.position().loss() == Loss.OF_ONE_STEP) {
            return "Gradients of L = L‹t›, the loss of this step alone.";
        }
        String all = String.format(
                Locale.ROOT,
                "radients of L, the sum of the losses of all steps to %st = %d",
                view.tour().sourceSteps() > 0 ? "the decoder’s " : "",
                view.tour().end() - view.tour().sourceSteps());
        return view.stop().asked() ? "G" + all + "." : "It has no loss of its own, so these are g" + all + ".";
    }
}
