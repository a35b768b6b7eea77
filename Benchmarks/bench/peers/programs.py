"""Linear programs: HiGHS, and GLPK without anything of ours around it."""

import ctypes
import ctypes.util
from typing import Any

import numpy as np

from bench.facts import Facts
from bench.network import LinearProgram
from bench.peers.peer import Peer, PeerFailed, chosen, too_many
from bench.problem import Problem


class HiGHS(Peer):
    name = "highs"
    title = "HiGHS"
    package = module = "highspy"

    def refuses(self, facts: Facts) -> str | None:
        return too_many(facts, 5_000_000)

    def prepare(self, problem: Problem) -> Any:
        import highspy

        program = LinearProgram.of(problem)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(program.costs), len(program.lower)
        model.col_cost_ = program.costs
        model.col_lower_, model.col_upper_ = np.zeros(model.num_col_), np.ones(model.num_col_)
        model.row_lower_ = program.lower.astype(np.float64)
        model.row_upper_ = program.upper.astype(np.float64)
        model.a_matrix_.start_ = program.starts
        model.a_matrix_.index_ = program.indices
        model.a_matrix_.value_ = np.ones(len(program.indices))
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.passModel(model)
        return solver

    def solve(self, prepared: Any) -> Any:
        prepared.run()
        status = prepared.modelStatusToString(prepared.getModelStatus())
        if status != "Optimal":
            raise PeerFailed(status)

    def pairs(self, problem: Problem, prepared: Any, answer: Any) -> np.ndarray:
        return chosen(problem, np.array(prepared.getSolution().col_value))


class GLPK(Peer):
    """The whole program at once, primal simplex from the advanced basis, as `glpsol` does."""

    name = "glpk"
    title = "bare GLPK"
    package = "libglpk"
    module = "ctypes"

    _minimise, _optimal = 1, 5
    _free, _double, _fixed = 1, 4, 5

    def refuses(self, facts: Facts) -> str | None:
        return too_many(facts, 5_000_000)

    def missing(self) -> str | None:
        found = ctypes.util.find_library("glpk")
        return None if found else "libglpk is not installed"

    def version(self) -> str:
        library = self._library()
        library.glp_version.restype = ctypes.c_char_p
        return library.glp_version().decode()

    def _library(self) -> ctypes.CDLL:
        library = ctypes.CDLL(ctypes.util.find_library("glpk"))
        library.glp_create_prob.restype = ctypes.c_void_p
        library.glp_get_col_prim.restype = ctypes.c_double
        return library

    def prepare(self, problem: Problem) -> Any:
        program = LinearProgram.of(problem)
        glpk = self._library()
        glpk.glp_term_out(0)
        model = ctypes.c_void_p(glpk.glp_create_prob())
        columns = len(program.costs)
        real = ctypes.c_double
        glpk.glp_add_rows(model, len(program.lower))
        glpk.glp_add_cols(model, columns)
        for row, (lower, upper) in enumerate(zip(program.lower, program.upper, strict=True), 1):
            kind = self._fixed if lower == upper else self._double
            glpk.glp_set_row_bnds(model, row, kind, real(lower), real(upper))
        for column, cost in enumerate(program.costs.tolist(), 1):
            glpk.glp_set_col_bnds(model, column, self._double, real(0), real(1))
            glpk.glp_set_obj_coef(model, column, real(cost))
        owners = np.repeat(np.arange(columns), np.diff(program.starts))
        # Arrays of GLPK begin at 1.
        rows = np.concatenate([[0], program.indices + 1]).astype(np.int32)
        members = np.concatenate([[0], owners + 1]).astype(np.int32)
        ones = np.ones(len(rows))
        glpk.glp_load_matrix(
            model, len(rows) - 1, *(ctypes.c_void_p(a.ctypes.data) for a in (rows, members, ones))
        )
        return glpk, model

    def solve(self, prepared: Any) -> Any:
        glpk, model = prepared
        glpk.glp_adv_basis(model, 0)
        code = glpk.glp_simplex(model, None)
        status = glpk.glp_get_status(model)
        if code != 0 or status != self._optimal:
            raise PeerFailed(f"code {code}, status {status}")

    def pairs(self, problem: Problem, prepared: Any, answer: Any) -> np.ndarray:
        glpk, model = prepared
        count = glpk.glp_get_num_cols(model)
        return chosen(
            problem, np.array([glpk.glp_get_col_prim(model, j) for j in range(1, count + 1)])
        )
