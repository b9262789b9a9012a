package unroll.ui.diagram;

import unroll.task.TaskChoice;

/**
 * What is to be used.
 *
 * @param choice the task with its switches
 * @param layers how many layers suit it
 */
public record Wanted(TaskChoice choice, int layers) {}
