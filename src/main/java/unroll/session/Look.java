package unroll.session;

import unroll.network.Network;
import unroll.task.Layout;
import unroll.task.TaskChoice;

/**
 * The present model as it was between two steps: a copy that training does not change.
 *
 * @param network the copy; whoever asked for it has it alone
 * @param task what it learns
 * @param layout the symbols it reads and gives
 * @param step updates done
 */
public record Look(Network network, TaskChoice task, Layout layout, long step) {}
