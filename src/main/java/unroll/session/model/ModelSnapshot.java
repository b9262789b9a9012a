package unroll.session.model;

import unroll.network.Network;
import unroll.task.Layout;
import unroll.task.TaskConfig;

/**
 * The present model as it was between two steps: a copy that training does not change.
 *
 * @param network the copy; whoever asked for it has it alone
 * @param task what it learns
 * @param layout the symbols it reads and gives
 * @param step updates that made these weights: fewer than were done where the run diverged and fell back on earlier ones
 */
public record ModelSnapshot(Network network, TaskConfig task, Layout layout, long step) {}
