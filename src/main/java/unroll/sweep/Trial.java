package unroll.sweep;

import unroll.settings.Settings;

/**
 * One run of a sweep. Immutable.
 *
 * @param number from 1, the same wherever the plan is read
 * @param name what sets it apart from the others: "hidden 64, seed 2"
 * @param settings that it is made from, its seed included; when it ends is said by the plan's budget
 */
public record Trial(int number, String name, Settings settings) {}
