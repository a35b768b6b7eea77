"""The peers, in the order of the tables."""

from bench.peers.glpsol import GLPSol
from bench.peers.groups import CPSAT, HiGHSGroups
from bench.peers.matrix import LAP, LAPJV, LAPX, SciPyDense
from bench.peers.networkx import NetworkX
from bench.peers.ortools import LinearSumAssignment, MinCostFlow
from bench.peers.peer import Peer
from bench.peers.programs import GLPK, HiGHS
from bench.peers.sparse import LAPMod, SciPySparse

PEERS: list[Peer] = [
    SciPyDense(),
    SciPySparse(),
    LAPJV(),
    LAP(),
    LAPX(),
    LAPMod(),
    LinearSumAssignment(),
    MinCostFlow(),
    HiGHS(),
    GLPK(),
    GLPSol(),
    NetworkX(),
    HiGHSGroups(),
    CPSAT(),
]
