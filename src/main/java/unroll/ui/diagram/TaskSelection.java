package unroll.ui.diagram;

import unroll.task.TaskConfig;

/**
 * What is to be used.
 *
 * @param choice the task with its switches
 * @param layers how many layers suit it
 */
public record TaskSelection(TaskConfig choice, int layers) {}
