/**
 * Runs spawns: tasks that models complete. {@link dev.smartspawn.worker.SpawnWorker} wires it up.
 * In the order of a request: delivery, claim, mode, plan, prompt, call, money, ledger, fold.
 */
@NullMarked
package dev.smartspawn.worker;

import org.jspecify.annotations.NullMarked;
