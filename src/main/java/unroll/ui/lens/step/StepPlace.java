package unroll.ui.lens.step;

/**
 * A step to be walked.
 *
 * @param text that is read up to it, as {@code time} characters
 * @param time t of the step, from 1
 */
public record StepPlace(String text, int time) {}
