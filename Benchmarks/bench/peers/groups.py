"""Integer programs for groups that form or do not: HiGHS and CP-SAT.

Both get the strong form: an arc is linked to its column, and the load to the column's bounds.
"""

import time
from typing import Any

import numpy as np

from bench.facts import Facts
from bench.peers.peer import Peer, PeerFailed, too_many
from bench.problem import Problem


class HiGHSGroups(Peer):
    name = "highs-mip"
    title = "HiGHS, integer program"
    package = module = "highspy"
    takes_groups = True

    def refuses(self, facts: Facts) -> str | None:
        return too_many(facts, 200_000)

    def prepare(self, problem: Problem) -> Any:
        import highspy

        arcs, count = problem.arcs, len(problem.arcs.rows)
        columns = problem.column_count
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("mip_rel_gap", 0.0)
        if self.limit is not None:
            solver.setOptionValue("time_limit", self.limit)
        infinity = highspy.kHighsInf
        weights = problem.signed(arcs.weights).astype(np.float64)
        solver.addVars(count + columns, np.zeros(count + columns), np.ones(count + columns))
        everything = np.arange(count + columns, dtype=np.int32)
        solver.changeColsCost(count + columns, everything, np.append(weights, np.zeros(columns)))
        whole = np.array([highspy.HighsVarType.kInteger] * (count + columns))
        solver.changeColsIntegrality(count + columns, everything, whole)

        def add(lower: float, upper: float, members: Any, values: Any) -> None:
            indices = np.asarray(members, np.int32)
            solver.addRow(lower, upper, len(indices), indices, np.asarray(values, np.float64))

        order = np.argsort(arcs.rows, kind="stable")
        for row, members in enumerate(np.split(order, np.searchsorted(
            arcs.rows[order], np.arange(1, problem.row_count)
        ))):
            lower, upper = problem.demand.lower[row], problem.demand.upper[row]
            add(float(lower), float(upper), members, np.ones(len(members)))
        for column in range(columns):
            members = np.flatnonzero(arcs.columns == column)
            ones, opening = np.ones(len(members)), count + column
            least, most = problem.load.lower[column], problem.load.upper[column]
            add(0, infinity, [*members, opening], [*ones, -float(least)])
            add(-infinity, 0, [*members, opening], [*ones, -float(most)])
            for member in members:
                add(-infinity, 0, [member, opening], [1, -1])
        for group in problem.groups:
            members = np.flatnonzero(np.isin(arcs.columns, group.columns))
            add(-infinity, float(group.upper), members, np.ones(len(members)))
        return solver

    def solve(self, prepared: Any) -> Any:
        start, plans = time.perf_counter(), []

        def took(event: Any) -> None:
            plans.append((time.perf_counter() - start, event.data_out.objective_function_value))

        prepared.cbMipImprovingSolution += took
        prepared.run()
        status = prepared.modelStatusToString(prepared.getModelStatus())
        info = prepared.getInfo()
        if status not in ("Optimal", "Time limit reached") or info.primal_solution_status != 2:
            raise PeerFailed(status)
        return prepared, status == "Optimal", info.mip_dual_bound, plans

    def pairs(self, problem: Problem, prepared: Any, answer: Any) -> np.ndarray:
        arcs = problem.arcs
        values = np.array(answer[0].getSolution().col_value)[: len(arcs.rows)]
        used = np.flatnonzero(values > 0.5)
        return np.column_stack([arcs.rows[used], arcs.columns[used]])

    def bound(self, problem: Problem, answer: Any) -> float | None:
        _, is_proved, bound, _ = answer
        return None if is_proved else (-bound if problem.sense == "max" else bound)

    def plans(self, problem: Problem, answer: Any) -> list[tuple[float, int]]:
        return _signed(problem, answer[3])


class CPSAT(Peer):
    name = "cp-sat"
    title = "OR-tools CP-SAT"
    package = "ortools"
    module = "ortools.sat.python.cp_model"
    takes_groups = True

    def refuses(self, facts: Facts) -> str | None:
        return too_many(facts, 200_000)

    def prepare(self, problem: Problem) -> Any:
        from ortools.sat.python import cp_model

        arcs = problem.arcs
        model = cp_model.CpModel()
        takes = [model.new_bool_var("") for _ in arcs.rows]
        opens = [model.new_bool_var("") for _ in range(problem.column_count)]
        of_row: list[list[int]] = [[] for _ in range(problem.row_count)]
        of_column: list[list[int]] = [[] for _ in opens]
        for arc, (row, column) in enumerate(zip(arcs.rows, arcs.columns, strict=True)):
            of_row[row].append(arc)
            of_column[column].append(arc)
            model.add_implication(takes[arc], opens[column])
        for row, members in enumerate(of_row):
            lower, upper = int(problem.demand.lower[row]), int(problem.demand.upper[row])
            model.add_linear_constraint(sum(takes[a] for a in members), lower, upper)
        for column, members in enumerate(of_column):
            load = sum(takes[arc] for arc in members)
            model.add(load >= int(problem.load.lower[column]) * opens[column])
            model.add(load <= int(problem.load.upper[column]) * opens[column])
        for group in problem.groups:
            load = sum(takes[arc] for column in group.columns for arc in of_column[column])
            model.add(load <= group.upper)
        weights = problem.signed(arcs.weights).tolist()
        model.minimize(sum(w * x for w, x in zip(weights, takes, strict=True)))
        solver = cp_model.CpSolver()
        if self.limit is not None:
            solver.parameters.max_time_in_seconds = self.limit
        return solver, model, takes

    def solve(self, prepared: Any) -> Any:
        from ortools.sat.python import cp_model

        solver, model, _ = prepared
        start, plans = time.perf_counter(), []

        class Took(cp_model.CpSolverSolutionCallback):
            def on_solution_callback(self) -> None:
                plans.append((time.perf_counter() - start, self.objective_value))

        status = solver.solve(model, Took())
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            raise PeerFailed(solver.status_name(status))
        return status == cp_model.OPTIMAL, solver.best_objective_bound, plans

    def pairs(self, problem: Problem, prepared: Any, answer: Any) -> np.ndarray:
        solver, _, takes = prepared
        arcs = problem.arcs
        used = np.array([i for i, x in enumerate(takes) if solver.value(x)], np.int64)
        return np.column_stack([arcs.rows[used], arcs.columns[used]])

    def bound(self, problem: Problem, answer: Any) -> float | None:
        is_proved, bound, _ = answer
        return None if is_proved else (-bound if problem.sense == "max" else bound)

    def plans(self, problem: Problem, answer: Any) -> list[tuple[float, int]]:
        return _signed(problem, answer[2])


def _signed(problem: Problem, plans: list[tuple[float, float]]) -> list[tuple[float, int]]:
    """Sums of what was minimised, in the sense of the instance."""
    sign = -1 if problem.sense == "max" else 1
    return [(seconds, sign * round(value)) for seconds, value in plans]
